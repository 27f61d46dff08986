// The section of the devices: the kiosks and displays, what each zone still lacks, and the sound of each zone.
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
      <Equipment hall={hall} zones={devices.zones} />
      <SoundChecks hall={hall} />
    </>
  )
}
