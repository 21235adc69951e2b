using Microsoft.CodeAnalysis;
using TypedLlm.Prompts;

namespace TypedLlm.Endpoints;

/// <summary>
/// Reads an endpoint from its symbol: a model without symbols for the generator, problems with locations for the analyzers. A contract
/// rule exists only here. Runs for every endpoint on every keystroke, so it looks up no type by name and formats as little as it can.
/// </summary>
internal static class EndpointReader
{
    public const string Attribute = "LlmEndpointAttribute";

    /// <summary>Reads an interface that carries <c>[LlmEndpoint]</c>; any other symbol is an empty reading.</summary>
    public static EndpointReading Read(INamedTypeSymbol endpoint, PromptFiles files, CancellationToken cancellationToken)
    {
        if (endpoint.TypeKind != TypeKind.Interface || AttributeSyntaxes.Find(endpoint, Attribute) is not { } attribute)
        {
            return new EndpointReading(null, []);
        }

        var problems = new ProblemCollector(endpoint);
        var className = EndpointNames.ClassName(endpoint);
        var isBlocked = CheckInterface(endpoint, className, problems);
        var members = MemberCollector.Collect(endpoint);
        var names = EndpointNames.Reserve(members, className);
        var methods = new List<MethodModel>(members.Count);
        var blocked = new List<BlockedMember>();
        var readsFiles = false;
        var warnings = new WarningIds();
        warnings.AddType(endpoint);
        var settings = SettingsReader.Read(endpoint, attribute, new EndpointSettings());
        SettingChecker.Check(attribute, endpoint, problems, cancellationToken);
        for (var i = 0; i < members.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var member = members[i];
            warnings.AddMember(member);
            if (member.IsStatic)
            {
                // An interface with static abstract members cannot be a type argument, so nothing could register its client.
                ReportMember(member, "is static and abstract", problems);
                isBlocked = true;
            }
            else if (member is IMethodSymbol method)
            {
                var scope = new MethodScope(method, files, problems, cancellationToken) { Warnings = warnings };
                methods.Add(new MethodReader(scope, attribute, settings).Read(names, ExplicitImplementation.For(members, i, className)));
                readsFiles |= scope.ReadsFile;
            }
            else
            {
                ReportMember(member, member is IPropertySymbol ? "is a property" : "is an event", problems);
                blocked.Add(BlockedMemberReader.Read(member, DiagnosticIds.UnsupportedMember));
            }
        }

        var model = new EndpointModel
        {
            Interface = endpoint.ToDisplayString(TypeNames.Format),
            FullName = EndpointNames.FullName(endpoint),
            Namespace = EndpointNames.Namespace(endpoint),
            ClassName = className,
            IsPublic = InterfaceAccess.IsPublic(endpoint),
            Methods = EquatableArray<MethodModel>.From(methods),
            BlockedMembers = EquatableArray<BlockedMember>.From(blocked),
            Warnings = warnings.ToEquatableArray(),
        };
        return new EndpointReading(isBlocked ? null : model, problems.Problems) { ReadsFiles = readsFiles };
    }

    /// <summary>Whether the interface as a whole can have no client.</summary>
    private static bool CheckInterface(INamedTypeSymbol endpoint, string className, ProblemCollector problems)
    {
        if (endpoint.Arity > 0)
        {
            problems.Add(endpoint, DiagnosticIds.UnsupportedMember, DeclarationSyntaxes.Name(endpoint), [endpoint.Name, "is generic"]);
            return true;
        }

        if (InterfaceAccess.Fault(endpoint) is { } fault)
        {
            problems.Add(endpoint, DiagnosticIds.InaccessibleEndpoint, DeclarationSyntaxes.Name(endpoint), [endpoint.Name, fault]);
            return true;
        }

        if (ClassNameClash.Find(endpoint, className) is { } owner)
        {
            problems.Add(endpoint, DiagnosticIds.ClassNameTaken, DeclarationSyntaxes.Name(endpoint), [endpoint.Name, className, owner]);
            return true;
        }

        return false;
    }

    private static void ReportMember(ISymbol member, string fault, ProblemCollector problems) =>
        problems.Add(member.ContainingType, DiagnosticIds.UnsupportedMember, DeclarationSyntaxes.Name(member), [member.Name, fault]);
}
