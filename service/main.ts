// The entry. It looks at Node's version before anything native is loaded: an older Node would crash without a word.
const [major = 0] = process.versions.node.split('.').map(Number)

if (major < 26) {
  console.error(
    `Planvev needs Node 26 or later, and this is Node ${process.versions.node}. ` +
      'Start it with "npm start" or "npm run demo": npm has brought the right one.',
  )
  process.exit(78)
}

// What people wrote in confidence lies in these files: nobody else on the machine reads them.
process.umask(0o077)

const { start } = await import('./start/start.ts')
await start(process.env)
