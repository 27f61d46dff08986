// The catalogue: agencies that are common in a public service mall, each with its services, their requirements and the
// source of these. A hall picks from it; ids are the catalogue's own, and mean nothing in a hall. The sample hall is
// made from it.
import bpdBali from './agencies/bpd-bali.json' with { type: 'json' }
import bpjsKesehatan from './agencies/bpjs-kesehatan.json' with { type: 'json' }
import bpjsKetenagakerjaan from './agencies/bpjs-ketenagakerjaan.json' with { type: 'json' }
import bpn from './agencies/bpn.json' with { type: 'json' }
import disnaker from './agencies/disnaker.json' with { type: 'json' }
import dpmptsp from './agencies/dpmptsp.json' with { type: 'json' }
import dukcapil from './agencies/dukcapil.json' with { type: 'json' }
import imigrasi from './agencies/imigrasi.json' with { type: 'json' }
import kemenag from './agencies/kemenag.json' with { type: 'json' }
import pajak from './agencies/pajak.json' with { type: 'json' }
import pdam from './agencies/pdam.json' with { type: 'json' }
import pln from './agencies/pln.json' with { type: 'json' }
import polres from './agencies/polres.json' with { type: 'json' }
import samsat from './agencies/samsat.json' with { type: 'json' }
import taspen from './agencies/taspen.json' with { type: 'json' }
import type { CatalogueAgency } from './shape.ts'

type File = { readonly agency: unknown; readonly services: readonly unknown[] }

/** The most wanted first. */
const files: readonly File[] = [
  dukcapil,
  dpmptsp,
  bpjsKesehatan,
  polres,
  pdam,
  bpdBali,
  bpn,
  bpjsKetenagakerjaan,
  disnaker,
  samsat,
  pajak,
  pln,
  kemenag,
  imigrasi,
  taspen,
]

/** A test checks that every file fits the schema; checking at each start would only cost time. */
export const catalogue: readonly CatalogueAgency[] = files.map(
  ({ agency, services }) => ({ ...(agency as object), services }) as CatalogueAgency,
)
