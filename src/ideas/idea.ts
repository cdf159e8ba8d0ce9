import { Collection, OptionalProps, type Ref, ref } from '@mikro-orm/core';
import {
  Check,
  Entity,
  Enum,
  Index,
  ManyToMany,
  ManyToOne,
  OneToMany,
  OneToOne,
  Property,
  Unique,
} from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import type { IdeaStanding } from './idea-policy.js';
import type { Viewer } from '../shared/viewer.js';
import { type About, Audited } from '../activity/audited.js';
import { Application } from '../applications/application.js';
import { Membership } from '../consortia/membership.js';
import { FocusArea } from '../focus-areas/focus-area.js';
import { Partner } from '../partners/partner.js';
import { Programme } from '../programmes/programme.js';
import { Project } from '../projects/project.js';
import { LONGEST, reasonFaults, textFaults } from '../shared/checks.js';
import { sameAreas } from '../focus-areas/same-areas.js';
import { differing, isNothing } from '../shared/changes.js';
import { cleaned } from '../shared/text/clean-text.js';
import { now } from '../shared/time/clock.js';
import { wordsOf } from '../shared/described-enum.js';
import { newId } from '../shared/ids.js';
import { LocalizedField } from '../shared/text/localized-field.js';
import type { LocalizedText } from '../shared/text/localized-text.js';
import { Node } from '../shared/node.js';
import { refuse, refuseAny } from '../shared/refuse.js';
import { EnvironmentalObjective, EuMission, Visibility } from './classification.js';
import { type IdeaDescription, ideaFaults } from './idea-description.js';
import { requirementsFrom, unmetRequirements } from './gates/gates.js';
import { refuseIfEnded } from './moves/ended.js';
import type { Advance, Moved, NewIdea } from './moves/idea-moves.js';
import { type IdeaMove, MOVES, stageAfter, TURNED, whyNotMove } from './moves/path.js';
import { StageTransition } from './moves/stage-transition.js';
import { WAIVER_NEEDS_REASON, waiverFaults } from './gates/waiver.js';
import { IdeaState, Stage } from './stages.js';

@Entity()
@Index({ name: 'idea_updated_at', properties: ['updatedAt', 'id'] })
@Index({ name: 'idea_stage_updated_at', properties: ['stage', 'updatedAt', 'id'] })
@Index({
  // The pipeline counts all ideas by these alone, without their texts.
  name: 'idea_standing',
  expression:
    'create index idea_standing on idea (id) include (programme_id, stage, state, entered_stage_at, visibility, owner_id)',
})
@Index({ name: 'idea_owner_id', properties: ['owner'] })
@Index({ name: 'idea_number', properties: ['number', 'id'] })
@Unique({ name: 'idea_number_per_programme', properties: ['programme', 'number'] })
@Check({ name: 'idea_trl_1_to_9', expression: 'technology_readiness_level >= 1 and technology_readiness_level <= 9' })
@Check({ name: 'idea_completed_from_project', expression: "state <> 'COMPLETED' or stage = 'PROJECT'" })
@Check({ name: 'idea_title_present', expression: "btrim(title_sv) <> ''" })
@ObjectType('Idea', { implements: Node, description: 'A project idea on its way from concept to a 5–10 year project.' })
export class Idea extends Audited {
  static override readonly unlogged = new Set([...Audited.unlogged, 'number']);
  static override readonly loggedBeside = new Set(['memberships']);

  [OptionalProps]?: 'version';

  @ManyToOne(() => Programme, { ref: true })
  @Field(() => Programme, { description: "The programme it belongs to, for good; its gates are this one's." })
  programme!: Ref<Programme>;

  /** The number in the code; ordering by code means by this. */
  @Property({ type: 'integer' })
  number!: number;

  @Property({ type: 'text' })
  @Unique()
  @Field(() => String, { description: 'The number people use for the idea: KS3-17.' })
  code!: string;

  @LocalizedField({ description: 'The title.' })
  title!: LocalizedText;

  @LocalizedField({
    description: 'What the idea is, in a few sentences. The gate to CONSORTIUM asks for 80 characters.',
  })
  summary!: LocalizedText;

  @LocalizedField({ nullable: true, description: 'The challenge it answers, or null while not described.' })
  challenge?: LocalizedText | null;

  @Enum({ items: () => wordsOf(Stage), type: 'text' })
  @Field(() => Stage, { description: 'How far the idea has come.' })
  stage!: Stage;

  @Enum({ items: () => wordsOf(IdeaState), type: 'text' })
  @Field(() => IdeaState, { description: 'Whether the idea moves, rests or has ended.' })
  state!: IdeaState;

  @Enum({ items: () => wordsOf(Visibility), type: 'text' })
  @Field(() => Visibility, { description: 'Who may see the idea.' })
  visibility!: Visibility;

  @ManyToOne(() => Partner, { ref: true })
  @Field(() => Partner, {
    description: 'The partner that answers for the idea; it need not be a member of the consortium.',
  })
  owner!: Ref<Partner>;

  @ManyToMany(() => FocusArea, undefined, { pivotTable: 'idea_focus_area', orderBy: { code: 'asc' } })
  @Field(() => [FocusArea], { description: 'The focus areas it belongs to, by code.' })
  readonly focusAreas = new Collection<FocusArea>(this);

  @Enum({ items: () => wordsOf(EnvironmentalObjective), array: true, type: 'text[]' })
  @Field(() => [EnvironmentalObjective], {
    description: 'The environmental objectives of the EU Taxonomy it contributes to.',
  })
  environmentalObjectives!: EnvironmentalObjective[];

  @Enum({ items: () => wordsOf(EuMission), array: true, type: 'text[]' })
  @Field(() => [EuMission], { description: 'The EU Missions it contributes to.' })
  missions!: EuMission[];

  @Property({ type: 'smallint', nullable: true })
  @Field(() => Int, {
    nullable: true,
    description: 'Technology readiness level, 1 to 9 (ISO 16290); null while unknown.',
  })
  technologyReadinessLevel?: number | null;

  @Property({ type: 'text', nullable: true })
  contactEmail?: string | null;

  @OneToMany(() => Membership, membership => membership.idea, { orderBy: { joinedAt: 'asc', id: 'asc' } })
  readonly memberships = new Collection<Membership>(this);

  @OneToMany(() => Application, application => application.idea, { orderBy: { createdAt: 'asc', id: 'asc' } })
  @Field(() => [Application], { description: 'Its applications to funding calls, the oldest first.' })
  readonly applications = new Collection<Application>(this);

  @OneToOne(() => Project, project => project.idea, { ref: true, nullable: true })
  @Field(() => Project, { nullable: true, description: 'The project plan, or null until one is planned.' })
  project?: Ref<Project> | null;

  @OneToMany(() => StageTransition, transition => transition.idea, { orderBy: { at: 'asc', id: 'asc' } })
  @Field(() => [StageTransition], { description: 'Every change of stage and state, the oldest first.' })
  readonly transitions = new Collection<StageTransition>(this);

  @Property({ type: 'datetime', length: 3 })
  @Field(() => Date, { description: 'When it last entered its present stage, UTC. Pausing does not change it.' })
  enteredStageAt!: Date;

  @Property({ version: true, type: 'integer' })
  @Field(() => Int, {
    description: 'Counts up at every change; send it as expectedVersion to be told of changes by others.',
  })
  readonly version!: number;

  @Property({ type: 'datetime', length: 3 })
  @Field(() => Date, { description: 'When it was created, UTC.' })
  readonly createdAt!: Date;

  @Property({ type: 'datetime', length: 3 })
  @Field(() => Date, { description: 'When it, or something inside it, last changed, UTC.' })
  updatedAt!: Date;

  /** A new idea, at the beginning of the path. */
  static create({ programme, owner, description, focusAreas, by, enteredAt }: NewIdea): Idea {
    refuseAny(ideaFaults(description));
    const idea = Object.assign(new Idea(), description, programme.takeCode(), { stage: 'CONCEPT', state: 'ACTIVE' });
    Object.assign(idea, {
      id: newId('idea'),
      programme: ref(programme),
      owner: ref(owner),
      createdAt: now(),
      updatedAt: now(),
      enteredStageAt: enteredAt ?? now(),
    });
    idea.focusAreas.set([...focusAreas]);
    idea.transitions.add(StageTransition.of(idea, { from: null, fromState: null, by, at: enteredAt }));
    idea.happened('IDEA_CREATED');
    return idea;
  }

  /** Replaces what is given and keeps the rest. */
  update(changes: Partial<IdeaDescription>, focusAreas?: readonly FocusArea[]): void {
    refuseAny(ideaFaults(changes));
    const real = differing(this, changes);
    const areas = focusAreas && sameAreas(this.focusAreas.getItems(), focusAreas) ? undefined : focusAreas;
    if (isNothing(real) && !areas) return;
    Object.assign(this, real);
    if (areas) this.focusAreas.set([...areas]);
    this.touch();
    this.happened('IDEA_UPDATED');
  }

  /** Gives the idea another owner. */
  transfer(owner: Partner, reason: string): void {
    refuseIfEnded(this);
    refuseAny(textFaults(['reason'], reason, LONGEST.reason));
    if (this.owner.id !== owner.id) this.handOver(owner, reason);
  }

  /** Gives it to the partner that its owner has been merged into, also where the idea has ended. */
  handOver(owner: Partner, reason: string): void {
    this.owner = ref(owner);
    this.touch();
    this.happened('IDEA_TRANSFERRED', { reason });
  }

  /**
   * Moves the idea one stage along the path, once the gate ahead is met or an administrator waives it. Its project must
   * have been loaded.
   */
  advance({ facts, to, waive = [], reason, by, at }: Advance): void {
    this.refuseUnlessPossible('ADVANCE', to);
    if (waive.length > 0 && !cleaned(reason ?? ''))
      refuse('REQUIRED', { path: ['reason'], message: WAIVER_NEEDS_REASON });
    refuseAny([...reasonFaults(reason), ...waiverFaults(waive, requirementsFrom(this.stage))]);
    const unmet = unmetRequirements(facts, now());
    const inTheWay = unmet.filter(({ code }) => !waive.includes(code));
    if (inTheWay.length > 0) refuse('GATE_NOT_MET', { payload: { unmet: inTheWay, idea: this } });

    this.moveTo({ stage: stageAfter(this.stage)!, reason, by, at, waived: unmet.map(({ code }) => code) });
    if (this.stage === 'PROJECT') this.project?.unwrap().keepBaseline();
    this.happened('IDEA_ADVANCED', { reason });
  }

  /** Sends the idea back to an earlier stage. */
  returnTo({ to, reason, by }: { to: Stage; reason: string; by: Viewer }): void {
    this.refuseUnlessPossible('RETURN', to);
    refuseAny(textFaults(['reason'], reason, LONGEST.reason));
    this.moveTo({ stage: to, reason, by });
    this.happened('IDEA_RETURNED', { reason });
  }

  /** Pauses, resumes, discontinues or completes the idea; its stage stays. */
  turn(
    move: Exclude<IdeaMove, 'ADVANCE' | 'RETURN'>,
    { reason, by, at }: Pick<Advance, 'by' | 'at'> & { reason: string },
  ): void {
    this.refuseUnlessPossible(move);
    refuseAny(textFaults(['reason'], reason, LONGEST.reason));
    this.moveTo({ state: MOVES[move].to, reason, by, at });
    this.happened(TURNED[move], { reason });
  }

  private refuseUnlessPossible(move: IdeaMove, to?: Stage | null): void {
    const message = whyNotMove(move, this, to);
    if (message) refuse('ILLEGAL_TRANSITION', { message, path: to ? ['to'] : [] });
  }

  private moveTo({ stage = this.stage, state = this.state, ...facts }: Moved): void {
    const [from, fromState] = [this.stage, this.state];
    Object.assign(this, { stage, state });
    if (stage !== from) this.enteredStageAt = facts.at ?? now();
    this.transitions.add(StageTransition.of(this, { from, fromState, ...facts }));
    this.touch();
  }

  override about(): About {
    return { subjectId: this.id, ideaId: this.id };
  }

  /** Marks that something inside the idea changed, so that readers by `updatedSince` see it. */
  touch(): void {
    this.updatedAt = now();
  }

  /** The current members. The memberships must have been loaded. */
  currentMembers(): Membership[] {
    return this.memberships.getItems().filter(({ leftAt }) => !leftAt);
  }

  /** What the policy needs to know. The memberships must have been loaded. */
  standing(): IdeaStanding {
    const coordinator = this.currentMembers().find(({ role }) => role === 'COORDINATOR');
    return {
      ownerId: this.owner.id,
      coordinatorId: coordinator?.partner.id ?? null,
      stage: this.stage,
      state: this.state,
    };
  }
}
