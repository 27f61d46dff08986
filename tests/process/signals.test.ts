// What the process does with signals: three stop it politely, the others neither open nor end anything.
import { expect, it } from 'vitest'
import { buildServer, emptyFolder, start } from './server.ts'

const { program } = buildServer()

it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('%s stops politely', async (signal) => {
  const server = await start(program, emptyFolder())
  expect(await server.end(signal)).toBe(0)
})

it.each(['SIGUSR1', 'SIGUSR2'] as const)('%s opens no debugger and ends nothing', async (signal) => {
  const server = await start(program, emptyFolder())
  process.kill(server.pid ?? 0, signal)
  await expect.poll(server.said).toContain(`"signal":"${signal}"`)
  expect(server.said()).not.toMatch(/debugger|inspector/i)
  expect((await fetch(`${server.url}/api/health`)).status).toBe(200)
  expect(await server.end('SIGTERM')).toBe(0)
})

it('a stop that is asked for twice is still polite', async () => {
  const server = await start(program, emptyFolder())
  process.kill(server.pid ?? 0, 'SIGINT')
  process.kill(server.pid ?? 0, 'SIGTERM')
  expect(await server.exited).toEqual([0, null])
})
