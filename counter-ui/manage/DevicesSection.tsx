// The section of the devices: the kiosks, displays and survey tablets, the survey's poster, what each zone still
// lacks, and each zone's sound.
import { useState } from 'preact/hooks'
import { language, pick } from '../../screens/i18n.ts'
import { Button } from '../../screens/components/Button.tsx'
import type { Hall } from '../../screens/hall.ts'
import { Icon } from '../../screens/icons.tsx'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import { troubleText } from '../hall/Attention.tsx'
import { Confirm } from '../parts/Ends.tsx'
import {
  type Device,
  deviceName,
  deviceState,
  healthWords,
  type KnownDevices,
  useDevices,
  printerStateText,
} from './device.ts'
import { EnrolByCode, NewDevice } from './NewDevice.tsx'
import { manageText } from './texts/index.ts'
import type { ZoneEquipment } from '../../server/live/equipment.ts'
import type { SectionProps } from './shell/section.ts'
import { SoundChecks } from './SoundChecks.tsx'

export function DevicesSection({ hall, view }: SectionProps) {
  const devices = useDevices()
  const printerOf = (kiosk: string) => {
    const printer = view && view.printers.find(({ kiosks }) => kiosks.includes(kiosk))
    return printer
      ? manageText('printers.printerOf', { state: printerStateText(printer) })
      : manageText('printers.printerNone')
  }
  return (
    <>
      <Devices hall={hall} known={devices} printerOf={printerOf} />
      <Poster />
      <Equipment hall={hall} zones={devices.zones} />
      <SoundChecks hall={hall} />
    </>
  )
}

/** What a hall hangs at the exit beside the tablet, or instead of it. */
function Poster() {
  const to = (size: string) => `/survey/poster?size=${size}&lang=${language.value}`
  return (
    <section class="part" aria-labelledby="poster-title">
      <h2 id="poster-title">{manageText('poster.title')}</h2>
      <p class="soft">{manageText('poster.lead')}</p>
      <p class="poster-ways">
        <a href={to('a4')} target="_blank" rel="noreferrer">
          {manageText('poster.open', { size: 'A4' })}
        </a>
        <a href={to('a3')} target="_blank" rel="noreferrer">
          {manageText('poster.open', { size: 'A3' })}
        </a>
      </p>
    </section>
  )
}

// The kiosks and displays of the hall: the list, when each was last heard from, adding one, and revoking one.

interface DevicesProps {
  hall: Hall
  known: KnownDevices
  /** The state of a kiosk's printer, in words; empty if it has none. */
  printerOf: (kiosk: string) => string
}

function Devices({ hall, known, printerOf }: DevicesProps) {
  const { list: devices, version, problem, load } = known
  const [adding, add] = useState(false)
  const [enrolling, enrol] = useState(false)
  const [leaving, leave] = useState<Device | null>(null)

  return (
    <>
      <section class="part">
        <div class="part-head">
          <h2>{manageText('devices')}</h2>
          <div class="part-ends">
            <Button icon="plus" onPress={() => enrol(true)}>
              {manageText('byCode')}
            </Button>
            <Button kind="primary" icon="plus" onPress={() => add(true)}>
              {manageText('newDevice')}
            </Button>
          </div>
        </div>
        <p class="soft">{manageText('devicesLead')}</p>
        <ProblemLine problem={problem} />
        {devices && devices.length === 0 && <p>{manageText('noDevices')}</p>}
        <ul class="devices">
          {(devices ?? []).map((device) => (
            <li key={device.id} class="device" id={`device-${device.id}`} tabIndex={-1}>
              <span class="device-words">
                <strong>{deviceName(hall, device)}</strong>
                <span class="soft">{deviceState(device)}</span>
                <span class="soft">
                  {[...healthWords(device, version), device.kind === 'kiosk' ? printerOf(device.id) : '']
                    .filter((text) => text !== '')
                    .join(' · ')}
                </span>
                {device.troubles.map((trouble) => (
                  <span key={trouble} class="device-trouble">
                    <Icon name="warning" />
                    <span>
                      {troubleText(
                        trouble,
                        manageText(`this.${device.kind}`),
                        device.report && device.report.at,
                      )}
                    </span>
                  </span>
                ))}
              </span>
              <Button
                kind="danger"
                label={manageText('revokeDevice', { name: deviceName(hall, device) })}
                onPress={() => leave(device)}
              >
                {manageText('revoke')}
              </Button>
            </li>
          ))}
        </ul>
      </section>
      {adding && (
        <NewDevice
          hall={hall}
          onClose={() => {
            add(false)
            void load()
          }}
        />
      )}
      {enrolling && (
        <EnrolByCode
          hall={hall}
          known={known}
          onClose={() => {
            enrol(false)
            void load()
          }}
        />
      )}
      {leaving && (
        <Confirm
          title={manageText('revokeDevice', { name: deviceName(hall, leaving) })}
          text={manageText('revokeAsk')}
          go={manageText('revoke')}
          danger
          method="DELETE"
          path={`/api/devices/${encodeURIComponent(leaving.id)}`}
          onClose={() => {
            leave(null)
            void load()
          }}
        />
      )}
    </>
  )
}

// What is still missing, by kind and zone, and what staff do instead: a hall may open with part of its equipment.

function Equipment({ hall, zones }: { hall: Hall; zones: readonly ZoneEquipment[] | null }) {
  if (!zones) return null
  const missing = missingIn(zones)
  const names = (ids: readonly string[]) =>
    ids.length === zones.length && zones.length > 1
      ? manageText('equipment.everyZone')
      : ids.map((id) => zoneName(hall, id)).join(' · ')
  return (
    <section class="part" aria-labelledby="equipment-title">
      <h2 id="equipment-title">{manageText('equipment.title')}</h2>
      <p class="soft">{manageText('equipment.lead')}</p>
      {missing.length === 0 ? (
        <p class="equipment-all">
          <Icon name="check" />
          <span>{manageText('equipment.all')}</span>
        </p>
      ) : (
        <ul class="devices">
          {missing.map((one) => (
            <li key={one.what} class="device">
              <span class="device-words">
                <strong>{manageText(`equipment.${one.what}`)}</strong>
                <span class="soft">{names(one.zones)}</span>
                <span>{manageText(`equipment.${INSTEAD[one.what]}`)}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

const INSTEAD = {
  'board-none': 'board-instead',
  'board-silent': 'board-instead',
  'voice-none': 'voice-instead',
  'voice-mute': 'voice-touch',
  'kiosk-none': 'kiosk-instead',
  'kiosk-elsewhere': 'kiosk-other',
  'kiosk-silent': 'kiosk-instead',
  'printer-none': 'printer-instead',
  'printer-elsewhere': 'printer-other',
  'printer-silent': 'printer-instead',
} as const satisfies Record<Missing, string>

function zoneName(hall: Hall, id: string): string {
  const found = hall.zones.value.get(id)
  return found ? pick(found.name) : id
}

// What zones lack, grouped by kind: the same is often missing in several.
const kinds = [
  'board-none',
  'board-silent',
  'voice-none',
  'voice-mute',
  'kiosk-none',
  'kiosk-silent',
  'kiosk-elsewhere',
  'printer-none',
  'printer-silent',
  'printer-elsewhere',
] as const
type Missing = (typeof kinds)[number]

/** Each with its zones, in a fixed order: what prevents calls comes first. */
export function missingIn(zones: readonly ZoneEquipment[]): { what: Missing; zones: string[] }[] {
  return kinds.flatMap((what) => {
    const among = zones.filter((zone) => of(zone).includes(what)).map(({ zone }) => zone)
    return among.length === 0 ? [] : [{ what, zones: among }]
  })
}

function of({ board, voice, kiosk, printer }: ZoneEquipment): string[] {
  return [`board-${board}`, `voice-${voice}`, `kiosk-${kiosk}`, `printer-${printer}`]
}
