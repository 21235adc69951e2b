using TypedLlm.Tool.Cli;
using TypedLlm.Tool.Environments;
using TypedLlm.Tool.Service;

namespace TypedLlm.Tool.Probes;

/// <summary>The notes of batches that were left running, for all probes of a run.</summary>
/// <param name="file">Where they stand.</param>
/// <param name="environments">The environments of the run.</param>
/// <param name="time">The clock.</param>
internal sealed class PendingBatches(PendingFile file, IReadOnlyList<string> environments, TimeProvider time) : IDisposable
{
    // Probes of one run wait for each other here, so that only other processes are waited for with pauses.
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>What takes up what this run leaves.</summary>
    public string ResumeCommand => string.Concat(
        ["typedllm verify --resume", .. environments.Where(static name => name != ToolEnvironment.Default).Select(static name => $" --env {name}")]);

    /// <exception cref="NotLearnedException">It cannot be noted.</exception>
    public async Task AddAsync(ProbeRequest request, RunningBatch batch, CancellationToken cancellationToken)
    {
        var (url, key) = AddressOf(request.Target);
        var noted = new PendingBatch
        {
            Environments = environments,
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
            await ChangeAsync(all => all.Any(other => other.Batch == noted.Batch) ? all : [.. all, noted], cancellationToken);
        }
        catch (ToolException exception)
        {
            throw new NotLearnedException($"the batch still runs, and is cancelled because it cannot be noted: {exception.Message}");
        }
    }

    /// <exception cref="ToolException">The notes cannot be read.</exception>
    public IReadOnlyList<PendingBatch> Of(ProbeTarget target)
    {
        return [.. file.Read().Where(batch => IsOf(batch, target) && IsOf(batch, environments))];
    }

    /// <exception cref="ToolException">The notes cannot be written.</exception>
    public Task RemoveAsync(PendingBatch noted) =>
        ChangeAsync(all => [.. all.Where(batch => batch.Batch != noted.Batch)], CancellationToken.None);

    public void Dispose() => _turn.Dispose();

    private async Task ChangeAsync(Func<IReadOnlyList<PendingBatch>, IReadOnlyList<PendingBatch>> change, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await file.ChangeAsync(change, time, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Whether a note is of a model at this address, under this key.</summary>
    public static bool IsOf(PendingBatch noted, ProbeTarget target) =>
        noted.Model == target.Id && (noted.BaseUrl, noted.Key) == AddressOf(target);

    /// <summary>Whether all environments that are to learn the outcome are among those of a run.</summary>
    public static bool IsOf(PendingBatch noted, IReadOnlyList<string> environments) =>
        noted.Environments.All(name => environments.Contains(name, StringComparer.OrdinalIgnoreCase));

    private static (string Url, string Key) AddressOf(ProbeTarget target) =>
        (target.Provider.BaseUrl!.TrimEnd('/'), CredentialFingerprint.Of(target.Provider.ApiKey ?? ""));
}
