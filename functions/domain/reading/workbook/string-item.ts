/** Joins the runs of a text, which differ in how they look; what tells how it is pronounced is no part of it. */
export class StringItem {
  text = ''
  #inText = false
  #inReading = false

  open(name: string): void {
    if (name === 't') this.#inText = !this.#inReading
    else if (name === 'rPh') this.#inReading = true
  }

  add(text: string): void {
    if (this.#inText) this.text += text
  }

  close(name: string): void {
    if (name === 't') this.#inText = false
    else if (name === 'rPh') this.#inReading = false
  }

  clear(): void {
    this.text = ''
    this.#inText = false
    this.#inReading = false
  }
}
