// What becomes of signs typed at the beginning of a block: `# ` a heading, `- ` a list, `1. ` a numbered list, `> ` a
// quote, `---` a rule. Backspace right after takes it back.
import { InputRule, inputRules } from 'prosemirror-inputrules'
import type { Node } from 'prosemirror-model'
import type { Plugin } from 'prosemirror-state'
import { schema, type BlockAttrs } from '../shared/schema.ts'

export const typedSigns = (): Plugin =>
  inputRules({
    rules: [
      becomes(/^(#{1,4})\s$/, ([, signs]) => ({
        kind: 'heading',
        level: signs?.length ?? 1,
        list: '',
        indent: 0,
      })),
      becomes(/^[-*•]\s$/, () => ({ list: 'bullet' })),
      becomes(/^1[.)]\s$/, () => ({ list: 'number' })),
      becomes(/^>\s$/, () => ({ kind: 'quote', list: '', indent: 0 })),
      new InputRule(/^---$/, (state, _match, start, end) => {
        const $start = state.doc.resolve(start)
        if ($start.depth !== 1 || !mayBecome($start.parent)) return null
        return state.tr.delete(start, end).insert($start.before(1), schema.nodes.rule!.create())
      }),
    ],
  })

const mayBecome = ({ type, attrs }: Node): boolean =>
  type.name === 'block' && !['heading', 'note', 'caption'].includes(attrs.kind)

const becomes = (
  signs: RegExp,
  attrs: (match: RegExpMatchArray) => Partial<BlockAttrs>,
): InputRule =>
  new InputRule(signs, (state, match, start, end) => {
    const $start = state.doc.resolve(start)
    const block = $start.parent
    if (!mayBecome(block)) return null
    return state.tr
      .delete(start, end)
      .setNodeMarkup($start.before(), null, { ...block.attrs, ...attrs(match) })
  })
