// The catalogue that halls pick from: every file has its shape, says where it is from, and leads nowhere that it is not.
import { Check } from 'typebox/value'
import { describe, expect, it } from 'vitest'
import { catalogue } from '../../server/halls/catalogue/catalogue.ts'
import { CatalogueAgency } from '../../server/halls/catalogue/shape.ts'
import { hallApp } from '../api/hall-app.ts'
import { karangasem } from '../../server/halls/karangasem/index.ts'

const services = catalogue.flatMap((agency) => agency.services)
const ids = new Set(services.map(({ id }) => id))

describe('the catalogue', () => {
  it('fits its schema in every file, which no start looks at', () => {
    expect(catalogue.filter((agency) => !Check(CatalogueAgency, agency))).toEqual([])
    expect(catalogue.length).toBeGreaterThanOrEqual(15)
  })

  it('names nothing of a single hall', () => {
    const said = catalogue.map(({ services: own, ...agency }) => [
      agency,
      own.map(({ source: _own, ...service }) => service),
    ])
    expect(JSON.stringify(said)).not.toMatch(/karangasem|amlapura/i)
  })

  it('has each id once, and leads to none that it does not have', () => {
    expect(ids.size).toBe(services.length)
    const named = services.flatMap(({ after, requirements }) => [
      ...after,
      ...requirements.flatMap(({ issuedBy }) => issuedBy ?? []),
    ])
    expect(named.filter((id) => !ids.has(id))).toEqual([])
  })

  it('says where everything is from, and that nobody has confirmed a standard', () => {
    expect(services.filter(({ source }) => !source.url && !source.note)).toEqual([])
    const standards = services.flatMap(({ standard }) => standard ?? [])
    expect(standards.length).toBeGreaterThanOrEqual(20)
    expect(standards.filter(({ confirmed }) => confirmed !== false)).toEqual([])
  })

  it('is there for those who set up a hall or look after an agency', async () => {
    const hall = await hallApp()
    const whom = ['nobody', 'ayu', 'spv', 'manager'] as const
    expect(await hall.outcomes('GET /api/catalogue', {}, whom)).toEqual({
      nobody: '401 not-signed-in',
      ayu: '403 not-allowed',
      spv: 200,
      manager: 200,
    })
    const { agencies } = await hall.does<{ agencies: unknown }>('GET /api/catalogue', { as: 'manager' })
    expect(agencies).toEqual(catalogue)
  })

  it('is what the sample hall is made of: nothing stands twice', () => {
    for (const { id, requirements, standard } of karangasem.services) {
      const own = services.find((service) => service.id === id)
      expect(own?.requirements).toBe(requirements)
      expect(own?.standard).toBe(standard)
    }
  })
})
