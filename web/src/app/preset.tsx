export function Preset({ text, pressed, choose }: { text: string; pressed: boolean; choose: () => void }) {
  return (
    <button type="button" class="chip" aria-pressed={pressed} onClick={choose}>
      {text}
    </button>
  )
}
