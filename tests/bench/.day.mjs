import { setTimeout as pause } from 'node:timers/promises'
import { openHall } from './hall.mjs'
import { cpuOf, freshFolder, startClient } from './processes.mjs'
const client = startClient('load')
const hall = await openHall(freshFolder(), { midnights: true })
const { kiosk, open, server } = hall
const bodies = open.map((s) => JSON.stringify({ services: [s] }))
let r = 0
const N = Number(process.argv[2] ?? 2000)
for (let day = 0; day < 7; day++) {
  server.nextDay(); await pause(300); await kiosk.post('/api/visits', { services: [open[0]] }); await pause(300)
  const out = []
  for (let i = 0; i < 8; i++) { const c = cpuOf(server.pid); const l = await client.ask({ path: '/api/visits', cookie: kiosk.cookie, bodies, connections: 32, status: 201, port: server.port, count: N, keys: 'k' + r++ }); out.push(((cpuOf(server.pid) - c) / N).toFixed(0) + '/' + (1e6 / l.perSecond).toFixed(0)) }
  console.log('day', day, out.join('  '))
}
await client.stop(); await server.stop()
