using TypedLlm.Tool.Service;

namespace TypedLlm.Tool.Probes;

/// <summary>Cancels and deletes what one probe made. Says by its id what could not be removed.</summary>
/// <param name="session">Sends, with its own bound of time and its own repeats.</param>
/// <param name="created">What was made.</param>
/// <param name="tag">What names of files and the metadata of batches carry.</param>
/// <param name="progress">Who is told what is left.</param>
/// <param name="time">The clock of pauses.</param>
internal sealed class CleanUp(ProbeSession session, CreatedResources created, string tag, ProbeProgress progress, TimeProvider time)
{
    /// <summary>How long one answer may take, so that a silent one leaves time for the others.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private const int MaxLooks = 3;

    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromSeconds(3);

    private readonly List<string> _left = [];

    /// <summary>What is left at the provider, for people.</summary>
    public async Task<IReadOnlyList<string>> RunAsync()
    {
        // Batches and what they made first: a file that a batch reads is not deleted under it.
        if (created.Doubts.Contains(ResourceKind.Batch))
        {
            await TryAsync("a batch whose id was lost", () => new LostResources(session, created, tag).FindBatchesAsync());
        }

        foreach (var resource in created.Remaining.Where(static resource => resource.Kind != ResourceKind.File))
        {
            await RemoveAsync(resource);
        }

        var mayBeRead = created.Remaining.Any(static resource => resource.Kind == ResourceKind.Batch) || created.Doubts.Contains(ResourceKind.Batch);
        if (created.Doubts.Contains(ResourceKind.File))
        {
            await TryAsync("a file whose id was lost", () => new LostResources(session, created, tag).FindFilesAsync());
        }

        foreach (var file in created.Remaining.Where(static resource => resource.Kind == ResourceKind.File))
        {
            if (mayBeRead)
            {
                Leave($"file {NameOf(file)} is not deleted, since a batch that could not be ended may read it; the service deletes it in time");
            }
            else
            {
                await RemoveAsync(file);
            }
        }

        if (created.Doubts.Contains(ResourceKind.Response))
        {
            // Responses cannot be listed, so there is no way to find it.
            Leave("a background run may have been made whose id was lost with its answer; it ends by itself after a few tokens, and the service deletes it in time");
        }

        return _left;
    }

    private void Leave(string words)
    {
        _left.Add(words);
        progress.Say(words);
    }

    private Task RemoveAsync(CreatedResource resource) => TryAsync(
        $"{resource.Kind.ToString().ToLowerInvariant()} {NameOf(resource)}",
        async () =>
        {
            if (resource.Kind == ResourceKind.Batch)
            {
                await EndBatchAsync(resource);
            }
            else
            {
                await DeleteAsync(resource);
            }

            created.Forget(resource);
        });

    private static string NameOf(CreatedResource resource) => ServiceWord.OrNull(resource.Id) ?? "of an odd id";

    /// <summary>A batch cannot be deleted, only cancelled; one that is <c>cancelling</c> ends by itself. Its files can be.</summary>
    private async Task EndBatchAsync(CreatedResource batch)
    {
        var reply = await session.SendAsync(new ServiceCall(HttpMethod.Post, $"{batch.Path}/cancel"));
        if (!reply.IsSuccess)
        {
            // It has ended, or is not there.
            reply = await session.SendAsync(new ServiceCall(HttpMethod.Get, batch.Path));
        }

        if (reply.IsSuccess)
        {
            created.AddFiles(reply.Json());
        }
        else if (reply.Status != 404)
        {
            throw new NotLearnedException(FailureWords.Why(reply));
        }
    }

    private async Task DeleteAsync(CreatedResource resource)
    {
        var reply = await EndAndDeleteAsync(resource);

        // A response may be known under its id only a moment after it was made.
        for (var looks = 1; reply.Status == 404 && resource.Kind == ResourceKind.Response && looks < MaxLooks; looks++)
        {
            await time.PauseAsync(LookAgainAfter, session.Cancellation);
            reply = await EndAndDeleteAsync(resource);
        }

        if (reply.Status is not 404 && !reply.IsSuccess)
        {
            throw new NotLearnedException(FailureWords.Why(reply));
        }
    }

    private async Task<ServiceReply> EndAndDeleteAsync(CreatedResource resource)
    {
        if (resource.Kind == ResourceKind.Response)
        {
            // One that is running cannot be deleted. One that has ended refuses this, which is as good.
            await session.SendAsync(new ServiceCall(HttpMethod.Post, $"{resource.Path}/cancel"));
        }

        return await session.SendAsync(new ServiceCall(HttpMethod.Delete, resource.Path));
    }

    /// <summary>One that cannot be removed must not keep the others from being removed.</summary>
    private async Task TryAsync(string what, Func<Task> remove)
    {
        try
        {
            await remove();
        }
        catch (Exception exception) when (exception is NotLearnedException or OperationCanceledException)
        {
            var reason = exception is NotLearnedException ? exception.Message : "the time for cleaning up is over";
            Leave($"could not remove {what}: {reason}; remove it by hand");
        }
    }
}
