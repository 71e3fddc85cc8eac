import type { Place } from '../ports.ts'

/** An event handler as WXML writes it: `catch:tap="save"`. */
export interface Handler {
  /** `tap` */
  readonly event: string
  /** `save`; the name of the function for one of wxs. */
  readonly name: string
  readonly isFinal: boolean
  readonly isMutated: boolean
  readonly isCapture: boolean
  /** A function of wxs, and no method. */
  readonly isWxs: boolean
}

/** An element of a page as the engine has it, `hidden` ones included. Values are the program's: only read them. */
export interface EngineNode {
  readonly number: number
  readonly tag: string
  /** The component that it is an instance of, by its name in the source root; empty for WeChat's own tags. */
  readonly is: string
  /** The page or component whose template writes it. */
  readonly owner: string
  readonly id: string
  readonly classes: string
  /** Stands for a place: `Templates.place`. */
  readonly mark: string
  readonly attributes: Readonly<Record<string, unknown>>
  readonly dataset: Readonly<Record<string, unknown>>
  readonly handlers: readonly Handler[]
  readonly children: readonly (EngineNode | EngineText)[]
}

export interface EngineText {
  readonly text: string
}

/** A page, or the custom tab bar, in the engine. */
export interface EngineInstance {
  /** As the program's own code has it. */
  readonly instance: object
  /** What `onLoad` receives. */
  readonly query: unknown
  /** Whether its script defined it; it is empty otherwise. */
  readonly isDefined: boolean
  /** Runs `attached` of the page and of all components in it. */
  readonly attach: () => void
  /** Runs `pageLifetimes`: `show` and `hide`. */
  readonly lifetime: (name: string) => void
  readonly nodes: () => readonly (EngineNode | EngineText)[]
  readonly data: () => unknown
  /** Runs `detached`. */
  readonly release: () => void
}

/** What runs pages and components. Everything of it lives in one context. */
export interface PageEngine {
  /** Runs the app's script, and makes the app even if that failed. */
  readonly defineApp: (script: string | undefined) => void
  readonly callApp: (method: string, args: readonly unknown[]) => unknown
  /**
   * @param path of a page or component, relative to the project, without an extension
   * @returns `undefined` if its code or its template threw, which is one of the program's errors
   */
  readonly create: (path: string, query: Readonly<Record<string, string>>) => EngineInstance | undefined
  readonly callMethod: (instance: object, method: string, args: readonly unknown[]) => unknown
  /** Names of the functions that the page defines. */
  readonly methodsOf: (instance: object) => readonly string[]
  /** Whether the page or component that an element is written in has a method of this name, or may have it: not all of its code is there. */
  readonly hears: (element: number, method: string) => boolean
  /** What `getApp` returns. */
  readonly app: () => object | undefined
  /** Runs `ready` of all components that were attached since. */
  readonly readyAll: () => void
  /** Fires an event. @returns whether nothing prevented what the element does by itself */
  readonly fire: (element: number, event: string, detail: unknown, isTouch: boolean) => boolean
  /** Sets what a person typed or chose, in the data as well where the template has `model:`. */
  readonly setValue: (element: number, attribute: string, value: unknown) => void
  readonly isAttached: (element: number) => boolean
  /** Lets go of elements that are gone. */
  readonly forget: () => void
}

/** What the engine asks of the launch. */
export interface EngineHooks {
  readonly threw: (error: unknown) => void
  /** Something was attached: `readyAll` is due. */
  readonly attached: () => void
  /** An element was made that does something when it appears: a camera, an editor, a map. */
  readonly madeAppearing: () => void
  readonly pages: () => readonly object[]
  readonly tabBarOf: (instance: object) => object | undefined
  readonly channelOf: (instance: object) => object | undefined
}

export type PlaceOfMark = (mark: string) => Place | undefined
