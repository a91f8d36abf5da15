package index

import (
	"testing"

	"newshound/answer"
	"newshound/answer/retrievertest"
	"newshound/corpus"
)

func TestRetriever(t *testing.T) {
	retrievertest.Run(t, func(articles []*corpus.Article) answer.Retriever { return New(articles) })
}
