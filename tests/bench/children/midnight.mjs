// Loaded into a server before its own code: at each SIGUSR2 the system's clock is a day later. So a hall can be empty
// again in a process that is warm, as it is every morning of a server that is never switched off.
const DAY = 86_400_000

const system = Date.now
let ahead = 0
Date.now = () => system() + ahead
process.on('SIGUSR2', () => {
  ahead += DAY
})
