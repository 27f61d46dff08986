// `npm run printer-agent -- …`: lends a printer on this PC's USB to the hall's server. See printer-agent/run.ts.
import { runPrinterAgent } from './printer-agent/run.ts'

const { code, stop } = await runPrinterAgent(process.argv.slice(2), {
  out: console.log,
  err: console.error,
})
process.exitCode = code
if (stop) {
  const end = () => {
    process.off('SIGTERM', end).off('SIGINT', end)
    void stop()
  }
  process.on('SIGTERM', end).on('SIGINT', end)
}
