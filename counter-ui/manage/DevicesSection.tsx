// The section of the devices: the kiosks, displays and survey tablets, the survey's poster, what each zone still
// lacks, and each zone's sound.
import { language } from '../../screens/i18n.ts'
import { Devices } from './Devices.tsx'
import { Equipment } from './Equipment.tsx'
import { printerStateText } from './printers/printer-words.ts'
import type { SectionProps } from './shell/section.ts'
import { SoundChecks } from './SoundChecks.tsx'
import { manageText } from './texts/index.ts'
import { useDevices } from './use-devices.ts'

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
