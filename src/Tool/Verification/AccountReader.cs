using System.Collections.Concurrent;
using TypedLlm.Catalog;
using TypedLlm.Resilience;
using TypedLlm.Tool.Cli;
using TypedLlm.Tool.Service;

namespace TypedLlm.Tool.Verification;

/// <summary>Asks the account of one provider which models it has.</summary>
internal sealed class AccountReader(ProviderSettings provider, ToolHost host, int concurrency)
{
    /// <summary>What is known of each of the ids.</summary>
    public async Task<IReadOnlyDictionary<string, ListedModel>> ReadAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        if (AzureHosts.Contains(provider))
        {
            return All(ids, ListedModel.NotLearned("Azure lists base models, which says nothing about deployments"));
        }

        using var client = new ServiceClient(provider, host.Time);
        var reader = new ServiceReader(client, host.Time);
        try
        {
            var reply = await reader.GetAsync("models", cancellationToken);
            if (!reply.IsSuccess)
            {
                return All(ids, Unanswered(reply));
            }

            var list = ListedModels.Read(reply);
            return list.Models is { } models
                ? await ReadAsync(ids, models, reader, cancellationToken)
                : All(ids, ListedModel.NotLearned(list.Reason!));
        }
        catch (ServiceException exception)
        {
            return All(ids, Unanswered(exception));
        }
    }

    private async Task<IReadOnlyDictionary<string, ListedModel>> ReadAsync(
        IReadOnlyCollection<string> ids, IReadOnlyDictionary<string, CatalogDate?> models, ServiceReader reader, CancellationToken cancellationToken)
    {
        var listed = new ConcurrentDictionary<string, ListedModel>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(
            ids,
            new ParallelOptions { MaxDegreeOfParallelism = concurrency, CancellationToken = cancellationToken },
            async (id, token) => listed[id] = models.TryGetValue(id, out var date)
                ? new ListedModel(true, null) { ShutdownDate = date }
                : await ReadMissingAsync(id, reader, token));
        return listed;
    }

    // A list may leave models out, as it does with fine-tuned ones of other projects: only the model's own answer says that it is not there.
    private async Task<ListedModel> ReadMissingAsync(string id, ServiceReader reader, CancellationToken cancellationToken)
    {
        try
        {
            var reply = await reader.GetAsync($"models/{Uri.EscapeDataString(id)}", cancellationToken);
            if (reply.IsSuccess)
            {
                return reply.Json() is { } model && ListedModels.IdOf(model) is not null
                    ? new ListedModel(true, null) { ShutdownDate = ListedModels.ShutdownDateOf(model) }
                    : ListedModel.NotLearned("it is not listed, and its own address answers with something that is no model");
            }

            return reply is { Status: 404, Error: { Code: "model_not_found" } or { Param: "model" } }
                ? new ListedModel(false, null)
                : reply.Status == 404
                ? ListedModel.NotLearned("it is not listed, and the answer 404 to its own address does not name the model")
                : Unanswered(reply);
        }
        catch (ServiceException exception)
        {
            return Unanswered(exception);
        }
    }

    private ListedModel Unanswered(ServiceReply reply)
    {
        if (reply.Status is 404 or 405)
        {
            return ListedModel.NotLearned($"the server has no list of models (status {reply.Status}); its address is the one that /models is appended to, such as https://llm.example.com/v1");
        }

        var verdict = FailureClassifier.Classify(reply.ToFailure(host.Time));
        return new ListedModel(null, $"{FailureText.What(verdict.Kind)} (status {reply.Status}{(reply.RequestId is { } id ? $", request {id}" : "")})")
        {
            IsUnreachable = verdict.Kind is LlmFailureKind.Authentication or LlmFailureKind.RegionNotSupported or LlmFailureKind.QuotaExceeded,
        };
    }

    private static ListedModel Unanswered(ServiceException exception) => new(null, exception.Message) { IsUnreachable = true };

    private static Dictionary<string, ListedModel> All(IEnumerable<string> ids, ListedModel listed) =>
        ids.Distinct(StringComparer.Ordinal).ToDictionary(static id => id, _ => listed, StringComparer.Ordinal);
}
