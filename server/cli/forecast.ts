// `npm run forecast -- evaluate …`: how right the forecast would have been in a recorded queue. See forecast/run.ts.
import { runForecastCommand } from './forecast/run.ts'

process.exitCode = runForecastCommand(process.argv.slice(2), { out: console.log, err: console.error })
