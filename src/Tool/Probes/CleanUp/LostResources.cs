using System.Text.Json;
using TypedLlm.Tool.Service;

namespace TypedLlm.Tool.Probes;

/// <summary>Finds what a probe made when the answer that named it was lost, by the tag that it carries.</summary>
internal sealed class LostResources(ProbeSession session, CreatedResources created, string tag)
{
    // Newest first, so ours are near the beginning; a busy account makes a few more meanwhile.
    private const int MaxPages = 5;

    public async Task FindBatchesAsync()
    {
        await FindAsync("batches?limit=100", ResourceKind.Batch, batch => batch.Member("metadata").Text(BatchCalls.TagKey) == tag);
        created.ForgetDoubts(ResourceKind.Batch);
    }

    public async Task FindFilesAsync()
    {
        await FindAsync("files?limit=1000", ResourceKind.File, file => IsOurs(file.Text("filename")));
        created.ForgetDoubts(ResourceKind.File);
    }

    // The end counts, too: the tag of the first probe is the beginning of the tag of the tenth.
    private bool IsOurs(string? name) => name == tag || name?.StartsWith($"{tag}.", StringComparison.Ordinal) == true;

    private async Task FindAsync(string path, ResourceKind kind, Func<JsonElement?, bool> isOurs)
    {
        var after = "";
        for (var page = 0; page < MaxPages; page++)
        {
            var reply = await session.SendAsync(new ServiceCall(HttpMethod.Get, path + after));
            if (!reply.IsSuccess || reply.Json() is var json && json is null)
            {
                throw new NotLearnedException(FailureWords.Why(reply));
            }

            var items = json.Items("data").ToArray();
            foreach (var id in items.Where(isOurs).Select(static item => item.Text("id")).OfType<string>())
            {
                created.Add(kind, id);
            }

            if (items is not [.., var last] || last.Text("id") is not { } lastId || json.Member("has_more") is not { ValueKind: JsonValueKind.True })
            {
                return;
            }

            after = $"&after={Uri.EscapeDataString(lastId)}";
        }
    }
}
