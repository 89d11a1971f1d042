// Commands for whoever runs the host: `npm run admin -- backup | restore | verify | link`. No web page can do these.
const [major = 0] = process.versions.node.split('.').map(Number)

if (major < 26) {
  console.error(
    `Planvev needs Node 26 or later, and this is Node ${process.versions.node}. Use "npm run admin --", which brings it.`,
  )
  process.exit(78)
}

// What people wrote in confidence lies in these files: nobody else on the machine reads them.
process.umask(0o077)

const { runAdmin } = await import('./admin/run.ts')
process.exit(await runAdmin(process.argv.slice(2), process.env))
