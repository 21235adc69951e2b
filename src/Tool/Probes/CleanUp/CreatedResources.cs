using System.Text.Json;
using TypedLlm.Tool.Service;

namespace TypedLlm.Tool.Probes;

/// <summary>What one probe made and has to remove; and what it may have made, where the answer that would say so was lost.</summary>
internal sealed class CreatedResources
{
    private readonly List<CreatedResource> _remaining = [];
    private readonly List<CreationDoubt> _doubts = [];

    public IReadOnlyList<CreatedResource> Remaining => [.. _remaining.OrderBy(static resource => resource.Kind)];

    /// <summary>The kinds of which something may exist whose id is not known.</summary>
    public IReadOnlyList<ResourceKind> Doubts => [.. _doubts.Select(static doubt => doubt.Kind).Distinct().Order()];

    public bool IsEmpty => _remaining.Count == 0 && _doubts.Count == 0;

    /// <summary>To be called before a creating request is sent: until its answer settles it, it may have made something.</summary>
    public CreationDoubt Doubt(ResourceKind kind)
    {
        var doubt = new CreationDoubt(kind);
        _doubts.Add(doubt);
        return doubt;
    }

    /// <summary>Nothing was made.</summary>
    public void Settle(CreationDoubt doubt) => _doubts.Remove(doubt);

    /// <summary>What was made is in the answer. One that says neither leaves the doubt: a failing service may have acted, too.</summary>
    public void Settle(CreationDoubt doubt, ServiceReply reply)
    {
        if (reply.IsSuccess && JsonElements.Text(reply.Json(), "id") is { Length: > 0 } id)
        {
            Add(doubt.Kind, id);
            Settle(doubt);
        }
        else if (reply.Status is >= 300 and < 500 and not 408)
        {
            Settle(doubt);
        }
    }

    public void Add(ResourceKind kind, string id)
    {
        var resource = new CreatedResource(kind, id);
        if (!_remaining.Contains(resource))
        {
            _remaining.Add(resource);
        }
    }

    /// <summary>Adds the files that a batch wrote.</summary>
    public void AddFiles(JsonElement? batch)
    {
        foreach (var member in (ReadOnlySpan<string>)["output_file_id", "error_file_id"])
        {
            if (batch.Text(member) is { Length: > 0 } id)
            {
                Add(ResourceKind.File, id);
            }
        }
    }

    /// <summary>It is gone, has ended, or is left on purpose.</summary>
    public void Forget(CreatedResource resource) => _remaining.Remove(resource);

    public void Forget(ResourceKind kind, string id) => Forget(new CreatedResource(kind, id));

    public void ForgetDoubts(ResourceKind kind) => _doubts.RemoveAll(doubt => doubt.Kind == kind);
}
