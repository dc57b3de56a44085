export type Sent =
  | { id: string; note: string }
  /** The server does not take it, and says why in the reader's language. */
  | { message: string }
  | "stopped"
  | "failed"
  | "signed-out";

interface Upload {
  file: File;
  signal: AbortSignal;
  /** From 0 to 1. */
  onProgress: (share: number) => void;
}

/** Sends one file. Only this old way of asking tells how much is gone. */
export function uploadFile(url: string, { file, signal, onProgress }: Upload): Promise<Sent> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const body = new FormData();
    body.append("files", file);
    request.open("POST", url);
    request.setRequestHeader("Accept", "application/json");
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onabort = () => resolve("stopped");
    request.onerror = () => resolve("failed");
    request.onload = () => resolve(answerOf(request));
    signal.addEventListener("abort", () => request.abort());
    request.send(body);
  });
}

function answerOf({ status, responseText }: XMLHttpRequest): Sent {
  if (status === 401) return "signed-out";
  try {
    const answer = JSON.parse(responseText) as { id?: string; note?: string; message?: string };
    if (status === 201 && answer.id) return { id: answer.id, note: answer.note ?? "" };
    return answer.message ? { message: answer.message } : "failed";
  } catch {
    return "failed";
  }
}
