// What a browser holds after a text was laid in anew, or its server put back from a backup. Run in a page.

/// Gives the one copy in the browser the name it would have had before the text was laid in anew.
export const olderLineage = `(async () => {
  const ask = (request) => new Promise((done, failed) => {
    request.onsuccess = () => done(request.result)
    request.onerror = () => failed(request.error)
  })
  const [{ name }] = (await indexedDB.databases()).filter((one) => one.name.startsWith('planvev-text'))
  const from = await ask(indexedDB.open(name))
  const read = from.transaction(['updates', 'custom'])
  const updates = await ask(read.objectStore('updates').getAll())
  const keys = await ask(read.objectStore('custom').getAllKeys())
  const values = await ask(read.objectStore('custom').getAll())
  from.close()
  await ask(indexedDB.deleteDatabase(name))
  const opening = indexedDB.open(name.split(':').slice(0, 3).join(':') + ':older', 1)
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore('updates', { autoIncrement: true })
    opening.result.createObjectStore('custom')
  }
  const to = await ask(opening)
  const write = to.transaction(['updates', 'custom'], 'readwrite')
  for (const update of updates) write.objectStore('updates').add(update)
  keys.forEach((key, i) => write.objectStore('custom').put(values[i], key))
  await new Promise((done) => { write.oncomplete = done })
  to.close()
})()`
