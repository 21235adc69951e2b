namespace TypedLlm.Simulator;

/// <summary>The files of the account. Deleted ones are remembered without their content, so that tests can see them; the oldest
/// are forgotten beyond 10,000 files or 1 GiB.</summary>
internal sealed class FileStore(TimeProvider clock)
{
    private const int MaxFiles = 10_000;
    private const long MaxBytes = 1L << 30;

    private readonly Lock _lock = new();
    private readonly List<StoredFile> _files = [];

    /// <summary>All files that ever were, the oldest first.</summary>
    public IReadOnlyList<StoredFile> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _files];
            }
        }
    }

    public void Add(StoredFile file)
    {
        lock (_lock)
        {
            _files.Add(file);
            while (_files.Count > MaxFiles || (_files.Count > 1 && _files.Sum(kept => (long)kept.Content.Length) > MaxBytes))
            {
                _files.RemoveAt(0);
            }
        }
    }

    /// <summary>The file; null if there is none, or it was deleted, or has expired.</summary>
    public StoredFile? Find(string id)
    {
        lock (_lock)
        {
            var index = IndexOf(id);
            return index < 0 ? null : _files[index];
        }
    }

    public bool Delete(string id)
    {
        lock (_lock)
        {
            var index = IndexOf(id);
            if (index < 0)
            {
                return false;
            }

            // The size is kept by the copy, the bytes are not.
            _files[index] = _files[index] with { IsDeleted = true, Content = default };
            return true;
        }
    }

    private int IndexOf(string id)
    {
        var now = clock.GetUtcNow();
        return _files.FindIndex(file => file.Id == id && !file.IsGoneAt(now));
    }
}
