// The section of the people: who has an account, and whose agency is gone.
import type { SectionProps } from '../shell/section.ts'
import { Accounts } from './Accounts.tsx'
import { StaffSheets } from '../sheets/StaffSheets.tsx'
import { OutlivedAlert } from './Outlived.tsx'

export function PeopleSection({ hall, me, accounts, id }: SectionProps) {
  return (
    <>
      {me.role === 'manager' && <OutlivedAlert hall={hall} list={accounts.list ?? []} />}
      <Accounts key={id} hall={hall} me={me} known={accounts} find={id ?? ''} />
      {id === null && <StaffSheets hall={hall} onDone={() => void accounts.load()} />}
    </>
  )
}
