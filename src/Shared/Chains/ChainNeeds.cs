using TypedLlm.Catalog;

namespace TypedLlm.Chains;

/// <summary>What all methods that use a chain need of each of its models. Calls that need the same count once.</summary>
internal sealed class ChainNeeds
{
    private readonly List<MethodNeeds> _methods = [];

    private ChainNeeds()
    {
    }

    /// <summary>What every call needs.</summary>
    public static ChainNeeds None { get; } = Of([new MethodNeeds(new CallNeeds(), static _ => "an endpoint calls it there")]);

    /// <summary>The different calls that are made.</summary>
    public IReadOnlyList<MethodNeeds> Methods => _methods;

    public static ChainNeeds Of(IEnumerable<MethodNeeds> methods)
    {
        var needs = new ChainNeeds();
        var seen = new HashSet<CallNeeds>();
        foreach (var method in methods)
        {
            if (seen.Add(method.Needs))
            {
                needs._methods.Add(method);
            }
        }

        return needs._methods.Count > 0 ? needs : None;
    }

    /// <summary>The needs of both.</summary>
    public ChainNeeds Union(ChainNeeds other) => Of([.. _methods, .. other._methods]);

    /// <summary>Whether a model serves the needs of all methods.</summary>
    public NeedsFit FitOf(ModelFacts model)
    {
        var worst = NeedsFit.Covers;
        foreach (var method in _methods)
        {
            var fit = method.Needs.FitOf(model);
            worst = fit > worst ? fit : worst;
        }

        return worst;
    }

    /// <summary>The first method with a need that a model serves so; null if there is none.</summary>
    public MethodNeeds? First(Need need, ModelFacts model, NeedsFit fit)
    {
        foreach (var method in _methods)
        {
            if (method.Needs.FitOf(need, model) == fit)
            {
                return method;
            }
        }

        return null;
    }
}
