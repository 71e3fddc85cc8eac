import { memoryStore } from '../../src/store/memory-store.ts'
import { profileStoreContract } from '../contracts/profile-store.contract.ts'

profileStoreContract('the memory store', memoryStore)
