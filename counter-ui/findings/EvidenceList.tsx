// The evidence of a finding: photos to look at, other files to save, and adding and removing them.
import { useState } from 'preact/hooks'
import { Button } from '../../screens/components/Button.tsx'
import { Confirm } from '../parts/Confirm.tsx'
import { AddFile } from './AddFile.tsx'
import type { Finding, FindingsDesk } from './desk.ts'
import { findingsText } from './texts.ts'

interface Props {
  desk: FindingsDesk
  finding: Finding
  mayRemove: boolean
}

const pictures: readonly string[] = ['jpeg', 'png', 'webp']

export function EvidenceList({ desk, finding, mayRemove }: Props) {
  const [asked, ask] = useState<Finding['evidence'][number] | null>(null)
  const address = (id: string) => `/api/findings/${finding.id}/evidence/${id}`
  return (
    <>
      {finding.evidence.length === 0 && <p class="soft">{findingsText('noEvidence')}</p>}
      <ul class="findings-evidence">
        {finding.evidence.map((one) => (
          <li key={one.id}>
            {one.lost ? (
              <span>
                {one.name}: {findingsText('lost')}
              </span>
            ) : (
              <a
                href={address(one.id)}
                {...(pictures.includes(one.kind) ? { target: '_blank' } : { download: one.name })}
              >
                {pictures.includes(one.kind) && <img src={address(one.id)} alt="" loading="lazy" />}
                <span>{one.name}</span>
              </a>
            )}
            {mayRemove && (
              <Button
                kind="quiet"
                icon="close"
                label={findingsText('removeFile', { name: one.name })}
                onPress={() => ask(one)}
              />
            )}
          </li>
        ))}
      </ul>
      <div class="findings-acts">
        <AddFile desk={desk} id={finding.id} />
      </div>
      {asked && (
        <Confirm
          title={findingsText('removeAsk')}
          text={findingsText('removeMeans', { name: asked.name })}
          go={findingsText('remove')}
          danger
          method="DELETE"
          path={address(asked.id)}
          onClose={(done) => {
            ask(null)
            if (done) void desk.openOne(finding.id)
          }}
        />
      )}
    </>
  )
}
