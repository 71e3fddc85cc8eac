export interface Visit {
  at: number
}
