// The section of the slips: the printers, and what is on the paper.
import { Printers } from './printers/Printers.tsx'
import type { SectionProps } from './shell/section.ts'
import { Slip } from './Slip.tsx'
import { useDevices } from './use-devices.ts'

export function SlipsSection({ hall, plan }: SectionProps) {
  const devices = useDevices()
  return (
    <>
      <Printers hall={hall} devices={devices.list ?? []} desk={plan} />
      <Slip desk={plan} />
    </>
  )
}
