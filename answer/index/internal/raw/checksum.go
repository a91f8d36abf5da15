package raw

import (
	"hash/crc32"
	"sync"
)

// castagnoli is the table of the checksums, made when the first is asked for.
var castagnoli = sync.OnceValue(func() *crc32.Table { return crc32.MakeTable(crc32.Castagnoli) })

// Checksum returns the checksum of data.
func Checksum(data []byte) uint32 { return crc32.Checksum(data, castagnoli()) }

// AddChecksum returns the checksum of some bytes followed by data.
func AddChecksum(sum uint32, data []byte) uint32 { return crc32.Update(sum, castagnoli(), data) }
