import type { Upload } from '../../../../functions/contract/upload.ts'
import { warningAdvice } from '../../messages/upload-states.ts'
import { Notice } from '../../ui/notice.tsx'

/** What does not stop the file and has to be known before it is committed. */
export function Warnings({ warnings }: Pick<Upload, 'warnings'>) {
  return (
    <>
      {warnings.map(({ code, message }) => (
        <Notice key={code} tone="warn" title={<span dir="auto">{message}</span>}>
          {warningAdvice[code]}
        </Notice>
      ))}
    </>
  )
}
