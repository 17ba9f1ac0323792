import type { EngineMethod, EngineParams, EngineResult } from '../../bridge/engine-api.ts';
import { ask, type Hello, type Host } from '../../bridge/host.ts';
import { busy } from '../idle.ts';
import { FramesCache } from './frames-cache.ts';
import { createNotices, type NoticeStore } from './notices.ts';
import { createProfiles, type ProfileStore } from './profiles.ts';
import { createScreen, type ScreenStore } from './screen.ts';
import { createSearch, type SearchStore } from './search.ts';
import { createSettings, type SettingsStore } from './settings.ts';
import { createViews, keepViews, type ViewStore } from './views.ts';
import { createZooms, type ZoomStore } from './zooms.ts';

/** The page's state and its ways to the host. One per page. */
export interface App {
  readonly host: Host;
  readonly about: Pick<Hello, 'version' | 'shell' | 'platform'>;
  readonly profiles: ProfileStore;
  readonly settings: SettingsStore;
  readonly views: ViewStore;
  readonly zooms: ZoomStore;
  readonly search: SearchStore;
  readonly notices: NoticeStore;
  readonly screen: ScreenStore;
  readonly frames: FramesCache;
  /** Asks the engine; the page is not idle until it has answered. */
  readonly ask: <M extends EngineMethod>(
    method: M,
    params: EngineParams<M>,
  ) => Promise<EngineResult<M>>;
}

/** Makes the state of a page of what the host says at the start. */
export function createApp(host: Host, hello: Hello): App {
  const profiles = createProfiles(hello);
  const settings = createSettings(hello.settings);
  const views = createViews();
  const giveViews = () => keepViews(views, profiles.getState().profiles, settings.getState());
  giveViews();
  profiles.subscribe((now, before) => {
    if (now.profiles !== before.profiles) giveViews();
  });

  const askBusily: App['ask'] = async (method, params) => {
    const done = busy();
    try {
      return await ask(host, method, params);
    } finally {
      done();
    }
  };
  return {
    host,
    about: hello,
    profiles,
    settings,
    views,
    zooms: createZooms(),
    search: createSearch(),
    notices: createNotices(),
    screen: createScreen(),
    frames: new FramesCache((of) => askBusily('frames', of)),
    ask: askBusily,
  };
}
