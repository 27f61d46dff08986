// hall/rules.ts puts the rooms' tables together. What two rooms say would be decided by the order of their names, and
// no type check sees that.
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { eventSchemas } from '../server/hall/event.ts'

const hall = fileURLToPath(new URL('../server/hall', import.meta.url))
const files = readdirSync(hall, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /^[^/]+\/.+\.ts$/.test(file),
)
const rooms = await Promise.all(
  files.map(async (file) => (await import(`${hall}/${file}`)) as Record<'decides' | 'evolves', object>),
)
const namesIn = (table: 'decides' | 'evolves') =>
  rooms.flatMap((room) => Object.keys(room[table] ?? {})).sort()

describe('no two rooms', () => {
  test('change the hall by the same event, and every event has one', () => {
    expect(namesIn('evolves')).toEqual(Object.keys(eventSchemas).sort())
  })

  test('decide the same command', () => {
    const commands = namesIn('decides')
    expect(commands.length).toBeGreaterThan(40)
    expect(commands).toEqual([...new Set(commands)])
  })
})
