using Microsoft.CodeAnalysis;
using TypedLlm.Endpoints;
using SymbolKinds = Microsoft.CodeAnalysis.TypeKind;

namespace TypedLlm.TypedAnswers;

/// <summary>Reads a record, class or struct.</summary>
/// <param name="type">The type.</param>
/// <param name="met">Where it was met.</param>
/// <param name="scope">What the reading has met so far.</param>
internal sealed class ObjectReader(INamedTypeSymbol type, AnswerPlace met, ShapeScope scope)
{
    private readonly AnswerPlace _place = met.Of(type, scope.Assembly);
    private readonly List<MemberShape> _shapes = [];
    private readonly MemberReader _members = new(type, scope);

    public ObjectShape? Read()
    {
        var members = ObjectMembers.Collect(type, scope);
        GeneratedMembers.Report(type, members, _place, scope);
        if (ConstructorReader.Choose(type, members, scope.Assembly, out var refusal) is not { } constructor)
        {
            // None and no reason is a class that does not compile.
            scope.RefuseType(type, met, refusal ?? new Refusal("has no constructor", "declare one"));
            return null;
        }

        if (ObsoleteErrors.Is(constructor))
        {
            scope.RefuseType(type, met, new Refusal("has a constructor that is obsolete, and its use an error", "mark another one with [JsonConstructor]"));
            return null;
        }

        scope.Warnings.AddMember(constructor);
        if (Bind(constructor, members) is not { } parameters)
        {
            return null;
        }

        var places = new int[members.Count];
        var settable = 0;
        for (var i = 0; i < members.Count; i++)
        {
            var parameter = Array.IndexOf(parameters, i) is >= 0 and var index ? constructor.Parameters[index] : null;
            if (parameter is null ? ObsoleteErrors.IsMember(members[i], isWritten: false) : ObsoleteErrors.Is(members[i]))
            {
                settable += RefuseObsolete(members[i], parameter, constructor) ? 1 : 0;
                continue;
            }

            var setting = Setting(members[i], parameter, constructor);
            if (setting is null)
            {
                CheckComputed(members[i]);
                continue;
            }

            settable++;
            places[i] = _shapes.Count;
            AddMember(members[i], parameter, setting.Value);
        }

        if (settable == 0 && members.Count > 0)
        {
            scope.RefuseType(type, met, new Refusal("has no member that can be set", "add a setter, init or a constructor"));
        }

        CheckRequired(constructor, members);
        var validators = ValidatorReader.Read(type, _place, scope);
        AnnotationReport.OfType(type, isChecked: !validators.IsEmpty, _place, scope);
        return new ObjectShape(ShapeScope.Identity(type), ShapeNames.Of(type), EquatableArray<MemberShape>.From(_shapes))
        {
            Description = JsonAttributes.Description(type),
            ConstructorMembers = new EquatableArray<int>(Array.ConvertAll(parameters, parameter => parameter < 0 ? parameter : places[parameter])),
            ConstructorDefaults = Defaults(constructor, parameters),
            IsValueType = type.IsValueType,
            Validators = validators,

            // A type that stands for a family has the family's.
            Partial = UnionReader.IsFamily(type) ? null : PartialTypes.Declare(type, scope.Assembly, scope.CancellationToken),
        };
    }

    /// <summary>For each parameter the member that it takes, -1 if it keeps its default; null if one has neither.</summary>
    private int[]? Bind(IMethodSymbol constructor, IReadOnlyList<ISymbol> members)
    {
        var bound = new int[constructor.Parameters.Length];
        for (var i = 0; i < bound.Length; i++)
        {
            var parameter = constructor.Parameters[i];
            if (TypeNames.IsMissing(parameter.Type))
            {
                scope.Break();
                return null;
            }

            bound[i] = parameter.RefKind is RefKind.None or RefKind.In ? ConstructorReader.Bind(parameter, members) : -1;
            if (bound[i] < 0 && !(parameter.RefKind is RefKind.None or RefKind.In && ConstructorReader.KeepsDefault(parameter, type, scope.Assembly)))
            {
                scope.RefuseType(type, met, Unbound(parameter));
                return null;
            }
        }

        return bound;
    }

    private Refusal Unbound(IParameterSymbol parameter) => ObjectMembers.FindIgnored(type, parameter, scope.Assembly) is { } ignored
        ? new Refusal(
            $"has a constructor that takes '{parameter.Name}', which {(JsonAttributes.Has(ignored, "JsonIgnoreAttribute") ? "[JsonIgnore]" : "[JsonExtensionData]")} leaves out of the answer",
            $"give the parameter '{parameter.Name}' a default value, or declare '{ignored.Name}' as a member in the body")
        : new Refusal(
            $"has a constructor that takes '{parameter.Name}', which no member of that name and type gives",
            "add the member, or a constructor without the parameter");

    // The type says which constructor is meant, should another one take as many.
    private static EquatableArray<string> Defaults(IMethodSymbol constructor, int[] parameters)
    {
        var defaults = new List<string>();
        for (var i = 0; i < parameters.Length; i++)
        {
            if (parameters[i] < 0)
            {
                var parameter = constructor.Parameters[i];
                var code = TypeNames.Display(parameter.Type);
                defaults.Add(parameter.ExplicitDefaultValue is null ? $"default({code})!" : $"({code})({CSharpLiterals.Default(parameter)})");
            }
        }

        return EquatableArray<string>.From(defaults);
    }

    private MemberSetting? Setting(ISymbol member, IParameterSymbol? parameter, IMethodSymbol constructor) =>
        parameter is null
            ? ObjectMembers.Setting(member, scope.Assembly)
            : ObjectMembers.IsRequired(member) && !ConstructorReader.SetsRequiredMembers(constructor) ? MemberSetting.Initializer : MemberSetting.Constructor;

    private void AddMember(ISymbol member, IParameterSymbol? parameter, MemberSetting setting)
    {
        var at = _place.Of(member.ContainingType, member, scope.Assembly);
        if (parameter is not null && JsonAttributes.Has(parameter, "JsonIgnoreAttribute"))
        {
            scope.Refuse(
                DiagnosticIds.NotExpressible,
                at,
                "carries [JsonIgnore] on its parameter, where it leaves nothing out",
                "write [property: JsonIgnore] and give the parameter a default value, or declare the member in the body");
            return;
        }

        AnnotationReport.OfJson(member, at, scope);
        if (_members.Read(member, TypeOf(member, parameter), at) is not { } shape)
        {
            return;
        }

        var constraints = new ConstraintReader(shape, at, scope);
        constraints.Read(member);
        if (parameter is not null)
        {
            constraints.Read(parameter);
        }

        constraints.CheckConflict();
        _shapes.Add(shape with
        {
            Use = constraints.IsRequired ? shape.Use with { IsNullable = false } : shape.Use,
            Description = JsonAttributes.Description(member) ?? (parameter is null ? null : JsonAttributes.Description(parameter)),
            Setting = setting,
            Default = parameter is { HasExplicitDefaultValue: true } ? CSharpLiterals.Default(parameter) : MayBeOmitted(member, shape.Use.Kind, constraints.Found) ? "default" : null,
            IsPublic = member.DeclaredAccessibility == Accessibility.Public,
            IsAtomic = IsAtomic(member) || (parameter is not null && IsAtomic(parameter)),
            Constraints = EquatableArray<ValueConstraint>.From(constraints.Found),
        });
    }

    // What was declared without nullable annotations may be null, as System.Text.Json has it. A type argument says itself whether it may.
    private static ITypeSymbol TypeOf(ISymbol member, IParameterSymbol? parameter)
    {
        var type = parameter?.Type ?? ObjectMembers.TypeOf(member);
        var declared = parameter?.OriginalDefinition.Type ?? ObjectMembers.TypeOf(member.OriginalDefinition);
        return type.IsReferenceType && declared is { TypeKind: not SymbolKinds.TypeParameter, NullableAnnotation: NullableAnnotation.None } ? type.WithNullableAnnotation(NullableAnnotation.Annotated) : type;
    }

    // System.Text.Json leaves the default out then. Of a type without null it is a value like others, which attributes may refuse; but no list, no
    // object that was checked, and no name of an enum that has none for it.
    private static bool MayBeOmitted(ISymbol member, TypeKind kind, IReadOnlyCollection<ValueConstraint> constraints)
    {
        foreach (var constraint in constraints)
        {
            if (!constraint.AcceptsZero)
            {
                return false;
            }
        }

        var type = ObjectMembers.TypeOf(member);
        return JsonAttributes.Omitted(member) == Omission.Default
            && type.IsValueType
            && !TypeNames.IsNullableValue(type)
            && (kind >= TypeKind.String || EnumReader.HasZero(type));
    }

    // What is computed needs no place in an answer; what was marked for one and cannot be set does.
    private void CheckComputed(ISymbol member)
    {
        var at = _place.Of(member.ContainingType, member, scope.Assembly);
        AnnotationReport.OfJson(member, at, scope);
        if (JsonAttributes.Has(member, "JsonIncludeAttribute"))
        {
            scope.Refuse(DiagnosticIds.NotConstructible, at, "carries [JsonInclude], but generated code cannot set it", "make its setter internal or public");
        }
    }

    // What nobody may use is not asked for, unless there is no value without it.
    private bool RefuseObsolete(ISymbol member, IParameterSymbol? parameter, IMethodSymbol constructor)
    {
        if (parameter is null && (!ObjectMembers.IsRequired(member) || ConstructorReader.SetsRequiredMembers(constructor)))
        {
            return false;
        }

        var need = parameter is null ? "required" : "a parameter of the constructor";
        var at = _place.Of(member.ContainingType, member, scope.Assembly);
        scope.Refuse(DiagnosticIds.NotConstructible, at, $"is obsolete, and its use an error, but {need}", "take it out, or make it one that can be left out");
        return true;
    }

    private void CheckRequired(IMethodSymbol constructor, List<ISymbol> members)
    {
        if (ConstructorReader.SetsRequiredMembers(constructor))
        {
            return;
        }

        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var member in current.GetMembers())
            {
                if (ObjectMembers.IsRequired(member) && !members.Exists(other => other.Name == member.Name))
                {
                    var at = _place.Of(current, member, scope.Assembly);
                    scope.Refuse(DiagnosticIds.NotConstructible, at, "is required, but left out of the answer", "take required or [JsonIgnore] away, and let it be read");
                }
            }
        }
    }

    private static bool IsAtomic(ISymbol symbol) => AttributeSyntaxes.Find(symbol, "StreamAtomicAttribute") is not null;
}
