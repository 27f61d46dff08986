// The files that boards show, each with a small preview, when and where, and the boards that could not show it.
import { useState } from 'preact/hooks'
import type { MediaFile } from '../../../server/hall/equipment.ts'
import type { MediaAnswer } from '../../../server/http/pages/media.ts'
import { Button } from '../../../screens/components/Button.tsx'
import { formatNumber } from '../../../screens/format.ts'
import type { Hall } from '../../../screens/hall.ts'
import { Icon } from '../../../screens/icons.tsx'
import { Confirm } from '../../parts/Confirm.tsx'
import { type PlanDesk, usePlanPart } from '../plan-desk.ts'
import { ScheduleDialog, scheduleWords } from './ScheduleDialog.tsx'
import { manageText } from '../texts/index.ts'

type File = MediaAnswer['files'][number]

interface FilesProps {
  hall: Hall
  list: MediaAnswer
  desk: PlanDesk
  onRemoved: () => void
}

export function Files({ hall, list: { files }, desk, onRemoved }: FilesProps) {
  const [planning, plan] = useState<File | null>(null)
  const [leaving, leave] = useState<File | null>(null)
  const rules = desk.known?.plan.media?.files ?? []
  const part = usePlanPart(desk, 'media', planning !== null)
  /** A file without a rule is always shown, and an empty rule counts as none. */
  const save = (rule: MediaFile) =>
    part.save(({ media = {} }) => {
      const others = (media.files ?? []).filter(({ file }) => file !== rule.file)
      return { ...media, files: Object.keys(rule).length === 1 ? others : [...others, rule] }
    })
  const ruleOf = (name: string): MediaFile => rules.find(({ file }) => file === name) ?? { file: name }
  return (
    <>
      {files.length === 0 && <p>{manageText('media.none')}</p>}
      <ul class="media-files">
        {files.map((file) => (
          <li key={file.id} class="device">
            <Thumb file={file} />
            <span class="device-words">
              <bdi class="media-name">{file.name}</bdi>
              <span class="soft">
                {file.type.split('/')[1]?.toUpperCase()} · {sizeWords(file.size)}
              </span>
              <span class="soft">{scheduleWords(hall, ruleOf(file.name))}</span>
              {file.failedOn.length > 0 && (
                <span class="media-trouble">
                  <Icon name="warning" />
                  <span>
                    {manageText('media.failedOn', {
                      displays: file.failedOn
                        .map(({ label }) => label ?? manageText('media.display'))
                        .join(', '),
                    })}
                  </span>
                </span>
              )}
            </span>
            <span class="media-acts">
              <Button label={manageText('media.scheduleOf', { name: file.name })} onPress={() => plan(file)}>
                {manageText('media.schedule')}
              </Button>
              <Button
                kind="danger"
                label={manageText('media.removeOf', { name: file.name })}
                onPress={() => leave(file)}
              >
                {manageText('media.remove')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {planning && (
        <ScheduleDialog
          hall={hall}
          title={manageText('media.scheduleOf', { name: planning.name })}
          item={ruleOf(planning.name)}
          isLine={false}
          languages={[]}
          save={(item) => save({ ...item, file: planning.name })}
          onClose={() => plan(null)}
        />
      )}
      {leaving && (
        <Confirm
          title={manageText('media.removeOf', { name: leaving.name })}
          text={manageText('media.removeAsk')}
          go={manageText('media.remove')}
          danger
          method="DELETE"
          path={`/api/media?name=${encodeURIComponent(leaving.name)}`}
          onClose={() => {
            leave(null)
            onRemoved()
          }}
        />
      )}
    </>
  )
}

function Thumb({ file: { id, type } }: { file: File }) {
  const src = `/api/media/${id}`
  return type.startsWith('video/') ? (
    <video class="media-thumb" src={src} muted preload="metadata" aria-hidden="true" tabIndex={-1} />
  ) : (
    <img class="media-thumb" src={src} alt="" loading="lazy" />
  )
}

function sizeWords(bytes: number): string {
  return bytes < 1_000_000
    ? `${formatNumber(Math.ceil(bytes / 1_000))} kB`
    : `${formatNumber(Math.ceil(bytes / 1_000_000))} MB`
}
