using System.Threading;
using Microsoft.CodeAnalysis;
using TypedLlm.Endpoints;

namespace TypedLlm.Analyzers.Declarations;

/// <summary>The interfaces that the endpoints of a compilation inherit. They are looked for only when the first is asked about.</summary>
internal sealed class EndpointBases(Compilation compilation)
{
    private Dictionary<ISymbol, List<INamedTypeSymbol>>? _endpoints;

    public bool Contains(INamedTypeSymbol type, CancellationToken cancellationToken) => EndpointsOf(type, cancellationToken).Count > 0;

    /// <summary>The endpoints that inherit an interface, always in the same order.</summary>
    public IReadOnlyList<INamedTypeSymbol> EndpointsOf(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        // Whoever asks at the same time may look too: waiting for another's search could not be cancelled.
        LazyInitializer.EnsureInitialized(ref _endpoints, () => Find(compilation.Assembly.GlobalNamespace, cancellationToken));
        return _endpoints!.TryGetValue(type.OriginalDefinition, out var endpoints) ? endpoints : [];
    }

    private static Dictionary<ISymbol, List<INamedTypeSymbol>> Find(INamespaceSymbol root, CancellationToken cancellationToken)
    {
        var endpoints = new Dictionary<ISymbol, List<INamedTypeSymbol>>(SymbolEqualityComparer.Default);
        var pending = new Stack<INamespaceOrTypeSymbol>();
        pending.Push(root);
        while (pending.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var container = pending.Pop();
            foreach (var type in container.GetTypeMembers())
            {
                pending.Push(type);
                if (type.TypeKind == TypeKind.Interface
                    && AttributeSyntaxes.AreWritten(type, cancellationToken)
                    && AttributeSyntaxes.Find(type, EndpointReader.Attribute) is not null)
                {
                    AddBases(type, endpoints);
                }
            }

            if (container is INamespaceSymbol @namespace)
            {
                foreach (var inner in @namespace.GetNamespaceMembers())
                {
                    pending.Push(inner);
                }
            }
        }

        return endpoints;
    }

    private static void AddBases(INamedTypeSymbol endpoint, Dictionary<ISymbol, List<INamedTypeSymbol>> endpoints)
    {
        foreach (var inherited in endpoint.AllInterfaces)
        {
            if (!endpoints.TryGetValue(inherited.OriginalDefinition, out var inheriting))
            {
                endpoints.Add(inherited.OriginalDefinition, inheriting = []);
            }

            inheriting.Add(endpoint);
        }
    }
}
