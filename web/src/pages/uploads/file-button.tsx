import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import { Button } from '../../ui/button.tsx'

type FileButtonProps = {
  kind?: 'normal' | 'main'
  multiple?: boolean
  disabled?: boolean
  onFiles: (files: File[]) => void
  children: ComponentChildren
}

/** Opens the browser's choice of files. None is left out by its ending: the service says what it cannot read, and endings tell too little. */
export function FileButton({
  kind = 'normal',
  multiple = false,
  disabled = false,
  onFiles,
  children,
}: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null)
  const onChange = () => {
    const files = [...(input.current?.files ?? [])]
    // The same file may be chosen again after it was corrected.
    if (input.current) input.current.value = ''
    if (files.length > 0) onFiles(files)
  }
  return (
    <>
      <Button kind={kind} disabled={disabled} onClick={() => input.current?.click()}>
        {children}
      </Button>
      <input ref={input} type="file" hidden multiple={multiple} onChange={onChange} />
    </>
  )
}
