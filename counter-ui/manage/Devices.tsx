// The kiosks and displays of the hall: the list, when each was last heard from, adding one, and revoking one.
import { useState } from 'preact/hooks'
import { Button } from '../../screens/components/Button.tsx'
import type { Hall } from '../../screens/hall.ts'
import { Icon } from '../../screens/icons.tsx'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import { troubleText } from '../hall/Attention.tsx'
import { Confirm } from '../parts/Confirm.tsx'
import { type Device, deviceName, deviceState, healthWords } from './device.ts'
import { EnrolByCode } from './EnrolByCode.tsx'
import { NewDevice } from './NewDevice.tsx'
import { manageText } from './texts/index.ts'
import type { KnownDevices } from './use-devices.ts'

interface DevicesProps {
  hall: Hall
  known: KnownDevices
  /** The state of a kiosk's printer, in words; empty if it has none. */
  printerOf: (kiosk: string) => string
}

export function Devices({ hall, known, printerOf }: DevicesProps) {
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
