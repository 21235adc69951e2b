using Microsoft.CodeAnalysis;
using TypedLlm.TypedAnswers;
using TypedLlm.Prompts;

namespace TypedLlm.Endpoints;

/// <summary>Reads one method and holds it to the contract.</summary>
internal sealed class MethodReader(MethodScope scope, AttributeData endpointAttribute, EndpointSettings endpointSettings)
{
    private IMethodSymbol Method => scope.Method;

    public MethodModel Read(UniqueNames names, string? explicitInterface)
    {
        var attribute = AttributeSyntaxes.Find(Method, EndpointReader.Attribute);
        var settings = SettingsReader.Read(Method, attribute, endpointSettings);
        var (shape, answer) = ReturnShapeReader.Read(Method.ReturnType);
        var model = new MethodModel { Name = TypeNames.Identifier(Method.Name), Shape = shape, Settings = settings };

        scope.CheckSettings(attribute);
        CheckMember();
        if (scope.BlockedBy is null)
        {
            CheckReturnType(shape);
            model = model with { Answer = ReadAnswer(answer) };
            CheckStream(model, attribute);
            model = ReadPrompts(model);
            ParameterReader.Check(scope);
        }

        return scope.BlockedBy is { } rule
            ? model with { Answer = null, Instructions = default, UserMessage = default, Blocked = BlockedMemberReader.Read(Method, rule) }
            : model with
            {
                ExplicitInterface = explicitInterface,
                IsAnswerNullable = model.Answer is null && ReturnShapeReader.IsAnswerNullable(Method.ReturnType),
                Parameters = ParameterReader.Read(scope),
                FieldName = names.Take(Method.Name + "Method"),
                PromptName = names.Take(Method.Name + "Prompt"),
            };
    }

    private void CheckMember()
    {
        if (MemberFault() is { } fault)
        {
            scope.Block(DiagnosticIds.UnsupportedMember, DeclarationSyntaxes.Name(Method), [Method.Name, fault]);
        }
    }

    private string? MemberFault()
    {
        if (Method.IsGenericMethod)
        {
            return "is generic";
        }

        if (BlockedMemberReader.Overridden(Method) is not null)
        {
            return "declares an inherited member abstract again";
        }

        foreach (var parameter in Method.Parameters)
        {
            if (parameter.RefKind != RefKind.None)
            {
                return $"takes '{parameter.Name}' by reference";
            }
        }

        return null;
    }

    private void CheckReturnType(ReturnShape shape)
    {
        if (shape != ReturnShape.Unsupported)
        {
            return;
        }

        if (TypeNames.IsMissing(Method.ReturnType))
        {
            scope.BlockSilently(DiagnosticIds.UnsupportedReturnType);
            return;
        }

        var location = DeclarationSyntaxes.ReturnType(Method, scope.CancellationToken);
        scope.Block(DiagnosticIds.UnsupportedReturnType, location, [Method.Name, TypeNames.Readable(Method.ReturnType)]);
    }

    // What is wrong with the type is reported once for all methods that use it, not here.
    private AnswerShape? ReadAnswer(ITypeSymbol? answer)
    {
        if (answer is null || answer.SpecialType == SpecialType.System_String || scope.BlockedBy is not null)
        {
            return null;
        }

        if (TypeNames.IsMissing(answer))
        {
            scope.BlockSilently(DiagnosticIds.UnsupportedReturnType);
            return null;
        }

        var reading = ShapeReader.Read(answer, scope.Endpoint.ContainingAssembly, scope.CancellationToken);
        if (reading.Shape is null)
        {
            scope.BlockSilently(reading.Obstacle?.Id ?? DiagnosticIds.UnsupportedReturnType);
        }

        return reading.Shape;
    }

    /// <summary>Reported where <c>Stream = false</c> was written. Such a method streams all the same, so nothing blocks it.</summary>
    private void CheckStream(MethodModel model, AttributeData? attribute)
    {
        if (!model.NeedsStreaming || model.Settings.Stream is not false)
        {
            return;
        }

        var written = attribute is null ? null : AttributeSyntaxes.Property(attribute, WellKnownNames.Stream, scope.CancellationToken);
        var owner = written is null ? scope.Endpoint : Method.ContainingType;
        written ??= AttributeSyntaxes.Property(endpointAttribute, WellKnownNames.Stream, scope.CancellationToken);
        string[] arguments = [Method.Name, TypeNames.Readable(Method.ReturnType)];
        scope.Report(DiagnosticIds.StreamContradictsReturnType, written?.GetLocation(), arguments, owner);
    }

    private MethodModel ReadPrompts(MethodModel model)
    {
        if (!TemplateReader.Prompt.TryRead(Method, scope, out var template))
        {
            ReportMissingPrompt();
            return model;
        }

        // A template that is no constant text is the compiler's to report.
        if (template is null)
        {
            scope.BlockSilently(DiagnosticIds.MissingPrompt);
        }
        else if (string.IsNullOrWhiteSpace(template.Text))
        {
            ReportMissingPrompt();
        }

        return model with
        {
            Instructions = ReadInstructions(),
            UserMessage = template is null ? default : new PromptReader(scope, template, Method.ContainingType).Read(),
        };
    }

    /// <summary>The system prompt of the method, else of the endpoint, else of the interface that the method is inherited from.</summary>
    private EquatableArray<PromptSegment> ReadInstructions()
    {
        foreach (var candidate in (ISymbol[])[Method, scope.Endpoint, Method.ContainingType])
        {
            if (TemplateReader.SystemPrompt.TryRead(candidate, scope, out var template))
            {
                CheckInstructions(template, candidate);
                return template is null ? default : new PromptReader(scope, template, candidate as INamedTypeSymbol ?? Method.ContainingType).Read();
            }
        }

        return default;
    }

    /// <summary>Blank instructions are a mistake, but for empty ones that stand for none.</summary>
    private void CheckInstructions(PromptTemplate? template, ISymbol owner)
    {
        if (template is not null && string.IsNullOrWhiteSpace(template.Text) && !(template.Text.Length == 0 && MayHaveNone(owner)))
        {
            var type = owner as INamedTypeSymbol ?? Method.ContainingType;
            scope.ReportOnce(DiagnosticIds.BlankSystemPrompt, template.Locate(0, template.Text.Length), [owner.Name], type);
        }
    }

    /// <summary>A method may have no instructions where its interface has some, and so may an endpoint where one that it inherits from has.</summary>
    private bool MayHaveNone(ISymbol owner)
    {
        if (owner is IMethodSymbol)
        {
            return true;
        }

        if (SymbolEqualityComparer.Default.Equals(owner, scope.Endpoint))
        {
            foreach (var inherited in scope.Endpoint.AllInterfaces)
            {
                if (TemplateReader.SystemPrompt.IsDeclared(inherited))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private void ReportMissingPrompt()
    {
        // What returns no answer was not meant to ask; its return type is reported already.
        if (scope.BlockedBy is null)
        {
            scope.Block(DiagnosticIds.MissingPrompt, DeclarationSyntaxes.Name(Method), [Method.Name]);
        }
    }
}
