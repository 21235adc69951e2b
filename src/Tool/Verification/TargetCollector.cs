using TypedLlm.Catalog;
using TypedLlm.Chains;
using TypedLlm.Tool.Environments;
using TypedLlm.Tool.Probes;

namespace TypedLlm.Tool.Verification;

/// <summary>Collects the models of chains, each once for each provider, with what all who use it need of it.</summary>
internal sealed class TargetCollector(ToolEnvironment environment, CatalogDate today)
{
    private readonly Dictionary<(string Provider, string Id), Collected> _targets = [];

    public static IReadOnlyList<ModelTarget> Collect(ToolEnvironment environment, IEnumerable<CheckedChain> chains, CatalogDate today)
    {
        var collector = new TargetCollector(environment, today);
        foreach (var chain in chains)
        {
            foreach (var name in chain.Names.Where(static name => !string.IsNullOrWhiteSpace(name)))
            {
                collector.Add(chain.Catalog.Resolve(name), chain);
            }
        }

        return [.. collector._targets.Values.Select(static collected => collected.ToTarget())];
    }

    private void Add(ModelResolution model, CheckedChain chain)
    {
        if (!chain.Catalog.IsAllowed(model.Id))
        {
            return;
        }

        // Names of providers have no case, as in the settings.
        var settings = environment.Provider(model.Facts?.Provider ?? ProviderSettings.Default);
        var provider = settings?.Name ?? model.Facts?.Provider ?? ProviderSettings.Default;
        if (!_targets.TryGetValue((provider, model.Id), out var target))
        {
            _targets.Add((provider, model.Id), target = new Collected(model.Id, provider, settings, model.Facts));
        }

        // The app refuses to start with a model that no catalog knows; a model that is named here is tried all the same.
        target.IsProbed |= chain.Method is null || (model.Facts is not null && IsAsked(model.Id, model.Facts, chain));
        if (chain.Needs.Count == 0)
        {
            target.Add(new CallNeeds(), returnsWhole: true);
        }

        foreach (var need in chain.Needs)
        {
            target.Add(need.Needs, need.ReturnsWhole);
        }
    }

    private bool IsAsked(string id, ModelFacts facts, CheckedChain chain) => chain.Targets is { } targets
        ? targets.Any(target => target.Id == id && target.ObstacleOn(today) is null)
        : !facts.IsShutDown(today);

    private sealed class Collected(string id, string providerName, ProviderSettings? provider, ModelFacts? facts)
    {
        private readonly List<ProbeRequest> _requests = [];

        public bool IsProbed { get; set; }

        public void Add(CallNeeds needs, bool returnsWhole)
        {
            if (provider is null)
            {
                return;
            }

            var target = new ProbeTarget(id, provider.WireNameOf(id), facts, provider);
            AddOnce(new ProbeRequest(target, needs.Endpoint, ProbeKind.Call)
            {
                Effort = needs.Effort,
                Temperature = needs.Temperature,
                ServiceTier = needs.ServiceTier,
            });
            foreach (var (isNeeded, kind) in new[]
            {
                (needs.Streaming && !returnsWhole, ProbeKind.Streaming),
                (needs.Structured || needs.Typed, ProbeKind.Structured),
                (needs.Background, ProbeKind.Background),
                (needs.Batch, ProbeKind.Batch),
                (needs.Pdf, ProbeKind.Pdf),
                (needs.Image, ProbeKind.Image),
                (needs.Tools, ProbeKind.Tools),
            })
            {
                if (isNeeded)
                {
                    AddOnce(new ProbeRequest(target, needs.Endpoint, kind));
                }
            }
        }

        public ModelTarget ToTarget() => new(id, providerName, provider, facts, IsProbed) { Requests = _requests };

        private void AddOnce(ProbeRequest request)
        {
            if (!_requests.Contains(request))
            {
                _requests.Add(request);
            }
        }
    }
}
