// Acts as fast as it can and says each answer it was given, until it is killed. Started by `kill.test.ts`.
import { openStore } from '../../../db/open.ts'
import { done, lesja, oyer, play, vaga } from './play.ts'

const [dataDir = '', url] = process.argv.slice(2)
const p = await play({
  name: url ? 'postgres' : 'sqlite',
  open: () => openStore({ dataDir, url }),
})
const municipalities = [oyer, vaga, lesja]
for (const number of municipalities) {
  done(await p.in(number, 'join', '2027-11-01', { body: 'formannskap' }))
}
process.stdout.write(`ready ${p.strategy}\n`)
const kinds = ['full', 'partly', 'unchanged']
for (let i = 0; ; i++) {
  await Promise.all(
    municipalities.map(async (number) => {
      const { seq } = done(
        await p.in(number, 'choose-master-plan', '2027-11-01', {
          societal: kinds[i % 3]!,
          landUse: kinds[(i + 1) % 3]!,
          reason: `runde ${i}`,
        }),
      )
      process.stdout.write(`${number} ${seq}\n`)
    }),
  )
}
