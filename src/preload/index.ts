import { contextBridge, ipcRenderer, webUtils } from 'electron';
import {
  type FileHandle,
  HOST_METHODS,
  type Host,
  type HostEvent,
  type HostEvents,
} from '../bridge/host.ts';
import {
  type Answer,
  CHOOSE_FILES_CHANNEL,
  EVENT_CHANNEL,
  hostChannel,
  MAX_PATHLESS_BYTES,
  type NamedBytes,
  OPEN_BYTES_CHANNEL,
  OPEN_PATH_CHANNEL,
  type PathToOpen,
} from '../bridge/ipc.ts';

type Listener<E extends HostEvent> = (payload: HostEvents[E]) => void;

const listeners: { readonly [E in HostEvent]: Set<Listener<E>> } = {
  openedTogether: new Set(),
  openingStarted: new Set(),
  openingProgress: new Set(),
  profileOpened: new Set(),
  openingFailed: new Set(),
  openingCancelled: new Set(),
  openingEnded: new Set(),
  profileClosed: new Set(),
  evidenceOpened: new Set(),
  evidenceSided: new Set(),
  evidenceClosed: new Set(),
  recentFilesChanged: new Set(),
  investigationSought: new Set(),
  investigationLeft: new Set(),
  investigationOpened: new Set(),
  engineRestarted: new Set(),
  connectionLost: new Set(),
  exportProgress: new Set(),
  captureProgress: new Set(),
  menuCommand: new Set(),
};

// One listener for all: ipcRenderer warns of a leak from the eleventh on a channel.
ipcRenderer.on(
  EVENT_CHANNEL,
  <E extends HostEvent>(_: unknown, event: E, payload: HostEvents[E]) => {
    for (const listener of listeners[event]) listener(payload);
  },
);

const host: Host = {
  // All of these are async, because only what a promise rejects with keeps its words across the
  // bridge; what a function throws becomes "Uncaught Error: …".
  async request(method, params) {
    if (!HOST_METHODS.includes(method)) throw new Error(`The host knows no request "${method}".`);
    return (await ask(hostChannel(method), params)) as never;
  },

  async openFile(handle, instead) {
    const file = asFile(handle);
    const path = webUtils.getPathForFile(file);
    const named: PathToOpen | NamedBytes = path
      ? { path, instead }
      : { ...(await readPathless(file)), instead };
    const profile = await ask(path ? OPEN_PATH_CHANNEL : OPEN_BYTES_CHANNEL, named);
    return profile as number | null;
  },

  async chooseFiles() {
    await ask(CHOOSE_FILES_CHANNEL, undefined);
    return true;
  },

  on(event, listener) {
    const own = listeners[event];
    own.add(listener);
    return () => {
      own.delete(listener);
    };
  },
};

contextBridge.exposeInMainWorld('allocscope', host);

async function ask(channel: string, params: unknown): Promise<unknown> {
  const answer = (await ipcRenderer.invoke(channel, params)) as Answer;
  if (!answer.ok) throw new Error(answer.message);
  return answer.value;
}

/** The page hands over its own File objects; the contract only does not name the DOM's type. */
function asFile(handle: FileHandle): File {
  return handle as File;
}

/** A file that a browser or a mail program dragged here lies nowhere on this machine. */
async function readPathless(file: File): Promise<NamedBytes> {
  if (file.size > MAX_PATHLESS_BYTES) {
    throw new Error(
      `${file.name} comes from another program and is larger than ${MAX_PATHLESS_BYTES / 2 ** 20} MiB. Save it to a folder and open it from there.`,
    );
  }
  const bytes = await file.arrayBuffer().catch((cause: unknown) => {
    throw new Error(
      `${file.name} could not be read from the program that it was dragged from. Save it to a folder and open it from there.`,
      { cause },
    );
  });
  return { name: file.name, bytes: new Uint8Array(bytes) };
}
