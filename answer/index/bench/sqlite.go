package main

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	_ "github.com/mattn/go-sqlite3" // the driver
)

// sqliteEngine is SQLite with FTS5: its Porter stemmer over Unicode words, a table
// that does not store the text, one transaction, no journal.
type sqliteEngine struct{}

func (sqliteEngine) version(ctx context.Context) string {
	version := "?"
	if db, err := openSQLite(ctx, ":memory:"); err == nil {
		_ = db.QueryRowContext(ctx, "SELECT sqlite_version()").Scan(&version) // "?" says that it is not known
		_ = db.Close()
	}
	return "SQLite FTS5 " + version
}

// checkSQLite returns an error that says what to do if SQLite is not compiled in as
// it is needed.
func checkSQLite(ctx context.Context) error {
	db, err := openSQLite(ctx, ":memory:")
	if err == nil {
		_, err = db.ExecContext(ctx, "CREATE VIRTUAL TABLE t USING fts5(text)")
		_ = db.Close() // nothing is in it
	}
	if err != nil {
		return fmt.Errorf("SQLite with FTS5 is compiled in by a C compiler and -tags fts5; or leave it out with -engines: %w", err)
	}
	return nil
}

// openSQLite opens a database with one connection and 256 MiB of cache.
func openSQLite(ctx context.Context, path string) (*sql.DB, error) {
	db, err := sql.Open("sqlite3", path)
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	for _, s := range []string{"journal_mode = off", "synchronous = off", "cache_size = -262144", "mmap_size = 8589934592"} {
		if _, err := db.ExecContext(ctx, "PRAGMA "+s); err != nil {
			return nil, fmt.Errorf("%s: %w", s, err)
		}
	}
	return db, nil
}

func (sqliteEngine) build(ctx context.Context, corpus string, n int, path string) (count int, err error) {
	if err := os.Mkdir(path, 0o755); err != nil {
		return 0, err
	}
	db, err := openSQLite(ctx, databaseIn(path))
	if err != nil {
		return 0, err
	}
	defer func() {
		if closeErr := db.Close(); err == nil {
			err = closeErr
		}
	}()
	if _, err := db.ExecContext(ctx, "CREATE VIRTUAL TABLE t USING fts5(text, content='', tokenize='porter unicode61')"); err != nil {
		return 0, err
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return 0, err
	}
	insert, err := tx.PrepareContext(ctx, "INSERT INTO t(rowid, text) VALUES (?, ?)")
	if err != nil {
		return 0, err
	}
	err = readPassages(corpus, n, func(p passage) error {
		row, err := strconv.Atoi(string(p.id))
		if err != nil {
			return err
		}
		count++
		_, err = insert.ExecContext(ctx, row, string(p.text))
		return err
	})
	if err != nil {
		return 0, err
	}
	return count, tx.Commit()
}

func databaseIn(dir string) string { return filepath.Join(dir, "fts5.db") }

func (sqliteEngine) open(_ context.Context, path string) (index, error) {
	return sqliteIndex(databaseIn(path)), nil
}

// sqliteIndex is the path of a database: every searcher has a connection.
type sqliteIndex string

func (ix sqliteIndex) searcher(ctx context.Context) (searcher, error) {
	db, err := openSQLite(ctx, string(ix))
	if err != nil {
		return nil, err
	}
	s, err := db.PrepareContext(ctx, "SELECT rowid FROM t WHERE t MATCH ? ORDER BY rank LIMIT ?")
	if err != nil {
		return nil, err
	}
	return sqliteSearcher{s}, nil
}

type sqliteSearcher struct{ *sql.Stmt }

func (s sqliteSearcher) search(ctx context.Context, words []string) (ids []string, err error) {
	rows, err := s.QueryContext(ctx, `"`+strings.Join(words, `" OR "`)+`"`, best)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }() // Err tells what matters
	for rows.Next() {
		var id int
		if err := rows.Scan(&id); err != nil {
			return nil, err
		}
		ids = append(ids, strconv.Itoa(id))
	}
	return ids, rows.Err()
}
