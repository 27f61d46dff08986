// The sample hall: the public service mall of Karangasem, put together from its files. Facts and choices: README.md.
import type { Plan } from '../../hall/plan.ts'
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
import bundles from './bundles.json' with { type: 'json' }
import elsewhere from './elsewhere.json' with { type: 'json' }
import floor from './floor.json' with { type: 'json' }
import hall from './hall.json' with { type: 'json' }

/** In the order of the kiosk: the most wanted first, those that are still to come last. */
const agencies: readonly { agency: unknown; services: readonly unknown[] }[] = [
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

const plan: unknown = {
  ...hall,
  ...floor,
  bundles,
  elsewhere,
  agencies: agencies.map(({ agency }) => agency),
  services: agencies.flatMap(({ services }) => services),
}

/** The plan of the sample hall. That every file fits the schema is tested; looking at each start would only cost. */
export const karangasem = plan as Plan
