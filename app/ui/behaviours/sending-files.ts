import { keepRow, refuseRow, waitingRows } from "./file-rows";
import { fillSlots } from "./fill-slots";
import { dropFile, fileInputOf } from "./picked-files";
import { say } from "./saying";
import { sendPlainly } from "./sending-form";
import { clearSending, markSending } from "./sending-state";
import { type Sent, uploadFile } from "./upload-file";

/**
 * Before a form with files is sent, its files go one by one, each with its progress and a way to stop it. The form then
 * carries their ids. Until that moment nothing of a picture has left the device, so it could still be covered. What
 * goes wrong with one file leaves the text and the others as they are.
 */
export function startSendingFiles(): void {
  const sending = new WeakSet<HTMLFormElement>();
  // On the way down, before anything else hears of it: a form whose files are on their way is not sent twice.
  document.addEventListener(
    "submit",
    (event) => {
      const form = event.target as HTMLFormElement;
      const box = form.querySelector<HTMLElement>("[data-files][data-upload]");
      if (!sending.has(form) && (!box || waitingRows(box).length === 0 || isPreview(event))) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (sending.has(form) || !box) return;
      sending.add(form);
      const button = event.submitter;
      void sendAll(form, box, button).then((sent) => {
        sending.delete(form);
        clearSending(form);
        if (sent === "all") form.requestSubmit(button);
        else if (sent === "signed-out") sendPlainly(form, button);
      });
    },
    { capture: true },
  );
}

/** A preview goes the plain way: the form comes back with its files kept. */
function isPreview({ submitter }: SubmitEvent): boolean {
  return submitter instanceof HTMLButtonElement && submitter.formNoValidate;
}

async function sendAll(
  form: HTMLFormElement,
  box: HTMLElement,
  button: HTMLElement | null,
): Promise<"all" | "some" | "signed-out"> {
  const input = fileInputOf(box)!;
  markSending(form, button);
  let isWhole = true;
  for (const { row, file } of waitingRows(box)) {
    // A long video outlasts the time after which a form opens again by itself.
    markSending(form, button);
    const sent = await sendOne(box, row, file);
    if (sent === "signed-out") return "signed-out";
    if (sent === "stopped") continue;
    if (sent === "failed") {
      say(fillSlots(box.dataset.textFailed ?? "", { name: file.name }));
      return "some";
    }
    dropFile(input, file);
    if ("id" in sent) keepRow(row, sent);
    else {
      refuseRow(row, sent.message);
      isWhole = false;
    }
  }
  if (!isWhole) say(box.dataset.textRefused ?? "");
  return isWhole ? "all" : "some";
}

async function sendOne(box: HTMLElement, row: HTMLElement, file: File): Promise<Sent> {
  const bar = row.querySelector("progress");
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  row.addEventListener("file:removed", stop);
  if (bar) bar.hidden = false;
  const sent = await uploadFile(box.dataset.upload ?? "", {
    file,
    signal: stopping.signal,
    onProgress: (share) => bar && (bar.value = share),
  });
  row.removeEventListener("file:removed", stop);
  if (bar) Object.assign(bar, { hidden: true, value: 0 });
  return sent;
}
