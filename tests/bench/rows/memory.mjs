// Memory that the server holds: idle after its start, and with thousands of sockets.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { enter, takeTickets } from '../hall.mjs'
import { dropFolder, freshFolder, startAntre, startClient } from '../processes.mjs'

/** @import { Row } from '../table.mjs' */

const SOCKETS = 2_000
/** Milliseconds after which a server counts as idle. */
const SETTLED = 15_000

/** @returns {Promise<Row[]>} */
export async function memory() {
  const dataDir = freshFolder()
  const server = await startAntre(dataDir)
  await pause(SETTLED)
  const idle = residentMB(server.pid)
  const hall = await enter(server, dataDir)
  const tokens = await takeTickets(hall, SOCKETS, hall.open)
  const lookers = startClient('sockets')
  await lookers.ask({ do: 'open', port: server.port, topics: tokens.map((token) => `visit:${token}`) })
  await pause(SETTLED)
  const followed = residentMB(server.pid)
  await lookers.stop()
  await server.stop()
  dropFolder(dataDir)
  return [
    {
      what: 'memory of the server, idle',
      measured: `${idle.toFixed(0)} MB`,
      goal: '≤ 90 MB',
      reached: idle <= 90,
      more: ['resident set, 15 s after a first start; MB of 1,000,000 bytes'],
    },
    {
      what: 'with 2,000 sockets',
      measured: `${followed.toFixed(0)} MB`,
      goal: '≤ 160 MB',
      reached: followed <= 160,
      more: ['each a phone on a visit of its own; the tickets were taken just before'],
    },
  ]
}

/** @param {number} pid */
function residentMB(pid) {
  return (residentKiB(pid) * 1024) / 1e6
}

/** A container may lack `ps`, and only Linux has `/proc`. @param {number} pid */
function residentKiB(pid) {
  try {
    return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
  } catch {
    return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }))
  }
}
