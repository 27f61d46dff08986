// The hours without sound: a row for each, from and to.
import { newRowKey, type QuietRow } from './draft.ts'
import { type FaultAt, FieldFault } from './FieldFault.tsx'
import { RowList } from './RowList.tsx'
import { manageText } from '../texts/index.ts'

interface QuietProps {
  rows: readonly QuietRow[]
  faultAt: FaultAt
  onChange: (rows: readonly QuietRow[]) => void
}

/** As many as a plan takes. */
const MOST = 20
const ENDS = ['from', 'to'] as const

export function QuietRows({ rows, faultAt, onChange }: QuietProps) {
  return (
    <RowList
      legend={manageText('voice.quiet')}
      help={manageText('voice.quietHelp')}
      add={manageText('voice.addQuiet')}
      rows={rows}
      most={MOST}
      made={() => ({ key: newRowKey(), from: '', to: '' })}
      removeLabel={(_, nth) => manageText('voice.removeRow', { nth: String(nth + 1) })}
      onChange={onChange}
      fields={(row, nth, change) => {
        const fault = faultAt(`quiet ${row.key}`)
        return (
          <>
            {ENDS.map((end) => (
              <div class="field" key={end}>
                <label for={`quiet-${end}-${row.key}`}>{manageText(`voice.${end}`)}</label>
                <input
                  id={`quiet-${end}-${row.key}`}
                  type="text"
                  inputMode="decimal"
                  autoComplete="off"
                  maxLength={10}
                  placeholder={manageText(end === 'from' ? 'voice.fromLike' : 'voice.toLike')}
                  value={row[end]}
                  aria-invalid={fault !== undefined}
                  aria-describedby={`quiet-fault-${row.key}`}
                  onInput={(event) => change(nth, { ...row, [end]: event.currentTarget.value })}
                />
              </div>
            ))}
            <FieldFault id={`quiet-fault-${row.key}`} fault={fault} />
          </>
        )
      }}
    />
  )
}
