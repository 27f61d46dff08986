// Rows of people and devices that a damaged disk turned into nonsense: no start and no page fails because of them.
import { expect, it } from 'vitest'
import { hallApp, password } from './hall-app.ts'

it('[J4] damage is called damage: an account whose password is damaged does not sign in, and others do', async () => {
  const hall = await hallApp()
  const signIn = (username: string) => hall.outcome('POST /api/session', { body: { username, password } })
  for (const stored of ['', 'x', '$scrypt$ln=95,r=8,p=3$aaaa$aaaa', '$scrypt$ln=15,r=8,p=3$$'])
    for (const username of ['ayu']) {
      hall.db.prepare('UPDATE staff SET password = ? WHERE username = ?').run(stored, username)
      expect(await signIn(username)).toBe('401 bad-credentials')
    }
  expect(await signIn('budi')).toBe(200)
})

it.each(['{', 'null', '7', '{"kind":1}'])(
  '[J4] damage is called damage: a device whose layout is %s shows its zone’s board',
  async (layout) => {
    const hall = await hallApp()
    const id = await hall.enrol('display')
    hall.db.prepare('UPDATE device SET layout = ? WHERE id = ?').run(layout, id)
    hall.db.exec(
      `INSERT INTO access_log (at, after_event, by, action, detail) VALUES (1, 0, 'server', 'device-made', '{')`,
    )
    const again = await hallApp({ dir: hall.dir })
    expect(await again.outcome('GET /api/devices', { as: 'manager' })).toBe(200)
    expect(await again.outcome('GET /api/audit', { as: 'manager' })).toBe(200)
  },
)
