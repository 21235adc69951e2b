using TypedLlm.Tool.Cli;
using TypedLlm.Tool.Service;

namespace TypedLlm.Tool.Probes;

/// <summary>The notes of batches that were left running, for all probes of a run.</summary>
internal sealed class PendingBatches(PendingFile file)
{
    private readonly Lock _lock = new();

    /// <exception cref="NotLearnedException">It cannot be noted.</exception>
    public void Add(ProbeRequest request, RunningBatch batch, string tag)
    {
        var (url, key) = AddressOf(request.Target);
        var noted = new PendingBatch
        {
            Probe = tag,
            BaseUrl = url,
            Key = key,
            Model = request.Target.Id,
            Asked = BatchCalls.NameOf(request.Endpoint),
            Endpoint = BatchCalls.NameOf(batch.Endpoint),
            Batch = batch.Id,
            File = batch.FileId,
        };
        try
        {
            lock (_lock)
            {
                file.Write([.. file.Read().Where(other => other.Batch != noted.Batch), noted]);
            }
        }
        catch (ToolException exception)
        {
            throw new NotLearnedException($"the batch still runs, and is cancelled because it cannot be noted: {exception.Message}");
        }
    }

    /// <exception cref="ToolException">The notes cannot be read.</exception>
    public IReadOnlyList<PendingBatch> Of(ProbeTarget target)
    {
        var (url, key) = AddressOf(target);
        lock (_lock)
        {
            return [.. file.Read().Where(batch => batch.BaseUrl == url && batch.Key == key && batch.Model == target.Id)];
        }
    }

    /// <exception cref="ToolException">The notes cannot be written.</exception>
    public void Remove(PendingBatch noted)
    {
        lock (_lock)
        {
            var all = file.Read();
            if (all.Any(batch => batch.Batch == noted.Batch))
            {
                file.Write(all.Where(batch => batch.Batch != noted.Batch));
            }
        }
    }

    private static (string Url, string Key) AddressOf(ProbeTarget target) =>
        (target.Provider.BaseUrl!.TrimEnd('/'), CredentialFingerprint.Of(target.Provider.ApiKey ?? ""));
}
