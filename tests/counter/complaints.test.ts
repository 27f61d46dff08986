// The page of complaints without a browser: a long list, and what becomes of it when it is read again.
import { afterEach, expect, it, vi } from 'vitest'
import { openComplaintsDesk } from '../../counter-ui/complaints/desk.ts'

afterEach(() => vi.unstubAllGlobals())

it('[CO8] each agency works on its own complaints: what was added below stays when the list is read again', async () => {
  let ids = Array.from({ length: 230 }, (_, nth) => `c${nth}`)
  const asked: string[] = []
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path)
    const before = new URL(path, 'http://antre.local').searchParams.get('before')
    const from = before === null ? 0 : ids.indexOf(before) + 1
    const complaints = ids.slice(from, from + 100).map((id) => ({ id }))
    const next = complaints.length === 100 ? (complaints.at(-1)?.id ?? null) : null
    return Response.json({ day: '2026-11-24', open: ids.length, due: 0, late: 0, complaints, next })
  })
  const desk = openComplaintsDesk()
  const shown = () => (desk.listed.value?.complaints ?? []).map(({ id }) => id)
  await desk.load()
  expect(shown()).toEqual(ids.slice(0, 100))
  await desk.load(true)
  expect(shown()).toEqual(ids.slice(0, 200))
  // One was answered, and one of the second page was reopened, with a later promise.
  ids = ids.filter((id) => id !== 'c3' && id !== 'c150').concat('c150')
  await Promise.all([desk.load(), desk.load(true)])
  expect(shown()).toEqual(ids)
  expect(new Set(shown()).size).toBe(229)
  expect(asked).toHaveLength(5)
  // Nothing from another list is below.
  await desk.choose('done')
  expect(asked.at(-1)).toBe('/api/complaints?show=done')
  expect(shown()).toHaveLength(100)
})
