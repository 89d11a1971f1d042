// The editor's page shows its words first: the editor itself is fetched meanwhile and begins when they have been painted.
import './editor.css'

let begun = false
const begin = () => {
  if (begun) return
  begun = true
  void import('./main.ts')
}

requestAnimationFrame(() => setTimeout(begin))
// A page in a tab nobody looks at is not painted.
setTimeout(begin, 500)
