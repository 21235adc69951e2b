using Microsoft.CodeAnalysis;
using TypedLlm.Endpoints;

namespace TypedLlm.Analyzers.Declarations;

/// <summary>The interfaces that the endpoints of a compilation inherit. They are looked for only when the first is asked about.</summary>
internal sealed class EndpointBases
{
    private readonly Lazy<HashSet<ISymbol>?> _bases;

    public EndpointBases(Compilation compilation) => _bases = new(() => Find(compilation.Assembly.GlobalNamespace));

    /// <summary>Whether the compilation has an endpoint at all.</summary>
    public bool HasEndpoints => _bases.Value is not null;

    public bool Contains(INamedTypeSymbol type) => _bases.Value?.Contains(type.OriginalDefinition) == true;

    private static HashSet<ISymbol>? Find(INamespaceSymbol root)
    {
        HashSet<ISymbol>? bases = null;
        var pending = new Stack<INamespaceOrTypeSymbol>();
        pending.Push(root);
        while (pending.Count > 0)
        {
            foreach (var member in pending.Pop().GetMembers())
            {
                if (member is INamespaceOrTypeSymbol container)
                {
                    pending.Push(container);
                }

                if (member is INamedTypeSymbol { TypeKind: TypeKind.Interface } type && AttributeSyntaxes.Find(type, EndpointReader.Attribute) is not null)
                {
                    bases ??= new(SymbolEqualityComparer.Default);
                    foreach (var inherited in type.AllInterfaces)
                    {
                        bases.Add(inherited.OriginalDefinition);
                    }
                }
            }
        }

        return bases;
    }
}
