// The kiosks and displays of the hall: which there are, when they were last heard of, new ones, and taking one away.
import { useEffect, useState } from 'preact/hooks'
import { fetchJson, type Problem } from '../../screens/command.ts'
import { Button } from '../../screens/components/Button.tsx'
import { formatDay, formatTime } from '../../screens/format.ts'
import type { Hall } from '../../screens/hall.ts'
import { pick } from '../../screens/i18n.ts'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import { sessionEnded } from '../session.ts'
import { Confirm } from '../parts/Confirm.tsx'
import type { Device, ListedDevice } from './device.ts'
import { NewDevice } from './NewDevice.tsx'
import { m } from './texts/index.ts'

export function Devices({ hall }: { hall: Hall }) {
  const [devices, setDevices] = useState<ListedDevice[] | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [adding, add] = useState(false)
  const [leaving, leave] = useState<Device | null>(null)

  async function load(): Promise<void> {
    const outcome = await fetchJson<{ devices: ListedDevice[] }>('/api/devices')
    if (outcome.ok) setDevices(outcome.data.devices)
    else if (outcome.problem.status === 401) sessionEnded()
    setProblem(outcome.ok ? null : outcome.problem)
  }
  useEffect(() => void load(), [])

  return (
    <>
      <section class="part">
        <div class="part-head">
          <h2>{m('devices')}</h2>
          <Button kind="primary" icon="plus" onPress={() => add(true)}>
            {m('newDevice')}
          </Button>
        </div>
        <p class="soft">{m('devicesLead')}</p>
        <ProblemLine problem={problem} />
        {devices && devices.length === 0 && <p>{m('noDevices')}</p>}
        <ul class="devices">
          {(devices ?? []).map((device) => (
            <li key={device.id} class="device">
              <span class="device-words">
                <strong>{deviceName(hall, device)}</strong>
                <span class="soft">{deviceState(device)}</span>
              </span>
              <Button
                kind="danger"
                label={m('revokeDevice', { name: deviceName(hall, device) })}
                onPress={() => leave(device)}
              >
                {m('revoke')}
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
      {leaving && (
        <Confirm
          title={m('revokeDevice', { name: deviceName(hall, leaving) })}
          text={m('revokeAsk')}
          go={m('revoke')}
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

/** `Layar – Kependudukan`, or the device's own name. */
function deviceName(hall: Hall, { kind, zone, label }: Device): string {
  const found = zone === null ? undefined : hall.zones.value.get(zone)
  const where = zone === null ? m('wholeHall') : found ? pick(found.name) : zone
  return label === null ? `${m(kind)} – ${where}` : `${label} (${m(kind)} – ${where})`
}

function deviceState({ enrolledAt, lastSeenAt }: ListedDevice): string {
  if (enrolledAt === null) return m('notEnrolled')
  if (lastSeenAt === null) return m('enrolled', { day: formatDay(enrolledAt) })
  return m('lastSeen', { day: formatDay(lastSeenAt), time: formatTime(lastSeenAt) })
}
